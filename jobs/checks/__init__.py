"""What `roster doctor` looks at: one module each, with a function `check`. Dropped in, it is asked."""
