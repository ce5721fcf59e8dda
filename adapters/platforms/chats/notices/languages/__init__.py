"""One module a language. Its docstring names where its wordings were seen."""
