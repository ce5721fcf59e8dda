"""What people have decided about people and groups."""
