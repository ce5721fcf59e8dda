"""Lists that are text: what a line is, in the languages that people copy in, and where one person ends."""
