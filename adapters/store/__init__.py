"""What Roster remembers: rolls, lists, runs, releases and letters, in one SQLite file."""

from adapters.store.database import Store, create_store, open_store

__all__ = ["Store", "create_store", "open_store"]
