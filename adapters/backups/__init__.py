"""Back-ups: the database copied while it is in use, sealed with age, checked, and put back."""
