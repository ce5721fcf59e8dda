"""Migrations: each revision one file, written out and read before it is kept."""
