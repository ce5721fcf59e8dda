"""How often the judgement is right: made-up schools whose truth is known, held against the product and its peers."""
