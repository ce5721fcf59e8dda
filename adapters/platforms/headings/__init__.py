"""Lists that are tables: which row is the headings, what each column holds, and whom each row is of."""
