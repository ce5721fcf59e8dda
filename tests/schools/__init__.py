"""Made-up schools whose truth is known, written as a MIS and as parents' chats would write them.

Nothing here reads the product: a stranger who knows only the contract wrote it, to catch
the product's mistakes.
"""
