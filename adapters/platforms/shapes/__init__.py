"""Lists that are the JSON of programs: where the groups are in it, and their members."""
