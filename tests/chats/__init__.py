"""Made-up group chats and member lists whose truth is known.

Drawn from what is known of the files themselves, never from how the product reads them, so that the two can disagree.
"""
