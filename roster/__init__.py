"""The domain: who is on the roll, who is in the group, and what follows. No clock, no file, no socket."""
