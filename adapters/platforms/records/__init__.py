"""One module a program whose JSON lists a group's members. Read only: nothing here speaks to a platform."""
