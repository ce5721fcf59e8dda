"""How migrations run: on the connection they are handed, inside its transaction."""

from alembic import context

from adapters.store.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    render_as_batch=True,
    compare_type=True,
)
context.run_migrations()
