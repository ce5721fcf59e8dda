"""Time and composition: what runs when, and which parts are put together for it."""
