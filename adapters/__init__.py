"""The world: files, the database, the mail. Each package serves the roster and knows no job."""
