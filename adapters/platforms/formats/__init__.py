"""One module a list format: its docstring says who writes it, its signature how the file is told."""
