"""Who a list shows: numbers, addresses, ids of platforms, names; and what stands among people and is nobody."""
