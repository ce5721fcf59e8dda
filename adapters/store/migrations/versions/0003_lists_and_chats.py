"""What a list proves, further numbers of a member, and those of whom a chat tells that they went."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("memberlist", sa.Column("as_of", sa.DateTime(), nullable=True))
    op.add_column("memberlist", sa.Column("without_maker", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("memberlist", sa.Column("hides_people", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("member", sa.Column("more_phones", sa.JSON(), nullable=False, server_default="[]"))
    op.add_column("member", sa.Column("more_emails", sa.JSON(), nullable=False, server_default="[]"))
    op.add_column("member", sa.Column("presence", sa.String(), nullable=False, server_default="in"))
    op.add_column("member", sa.Column("here", sa.Boolean(), nullable=False, server_default=sa.true()))
    op.add_column("member", sa.Column("went_at", sa.DateTime(), nullable=True))
