"""One module a text that is a list of people: its docstring says who writes it and where its form is defined."""
