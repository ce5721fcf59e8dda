"""What people have decided: exemptions, who somebody is, hints, whom a group is for, who said no."""

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass
