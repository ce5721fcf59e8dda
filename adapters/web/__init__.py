"""The page: for now the link that stops letters, and what a monitor asks. Whatever it does is handed in."""
