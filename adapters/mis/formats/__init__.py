"""One module a MIS format: its docstring says where to click, its signature how the file is told."""
