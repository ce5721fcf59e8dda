"""The roll kept as what changed, with validity from and to: the copies that each roll had become rows that last."""

import json
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

Row = dict[str, Any]
_COPIES = ("tie", "gap", "contact", "pupil")


def upgrade() -> None:
    op.add_column("roll", sa.Column("confirmed_on", sa.Date(), nullable=True))
    op.add_column("roll", sa.Column("gap_rows", sa.JSON(), nullable=False, server_default="{}"))
    for copy in _COPIES:
        op.rename_table(copy, f"copied_{copy}")
    _make_tables()
    writer = _Writer(op.get_bind())
    for roll in writer.asked("select id from roll order by id"):
        writer.take_over(roll["id"])
    for copy in _COPIES:
        op.drop_table(f"copied_{copy}")


def _make_tables() -> None:
    op.create_table(
        "child",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("key"),
    )
    _make(
        "pupil",
        sa.Column("child_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("called", sa.JSON(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("classes", sa.JSON(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("left_on", sa.Date(), nullable=True),
        sa.Column("has_left", sa.Boolean(), nullable=False),
        sa.Column("applicant", sa.Boolean(), nullable=False),
        sa.Column("registration", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["child_id"], ["child.id"]),
    )
    _make(
        "contact",
        sa.Column("ids", sa.JSON(), nullable=False),
        sa.Column("names", sa.JSON(), nullable=False),
        sa.Column("shown", sa.String(), nullable=False),
        sa.Column("phones", sa.JSON(), nullable=False),
        sa.Column("emails", sa.JSON(), nullable=False),
    )
    _make(
        "tie",
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.Column("child_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("relation", sa.String(), nullable=False),
        sa.Column("responsibility", sa.Boolean(), nullable=True),
        sa.Column("lives_with", sa.Boolean(), nullable=True),
        sa.Column("restricted", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"]),
        sa.ForeignKeyConstraint(["child_id"], ["child.id"]),
    )
    _make(
        "gap",
        sa.Column("lost", sa.String(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("names", sa.JSON(), nullable=False),
        sa.Column("words", sa.JSON(), nullable=False),
        sa.Column("phones", sa.JSON(), nullable=False),
        sa.Column("fragments", sa.JSON(), nullable=False),
        sa.Column("children", sa.JSON(), nullable=False),
        sa.Column("explained", sa.Boolean(), nullable=False),
    )
    for table, column in (("pupil", "child_id"), ("tie", "contact_id"), ("tie", "child_id")):
        op.create_index(op.f(f"ix_{table}_{column}"), table, [column], unique=False)


def _make(name: str, *parts: sa.Column[Any] | sa.ForeignKeyConstraint) -> None:
    op.create_table(
        name,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("since", sa.Integer(), nullable=False),
        sa.Column("until", sa.Integer(), nullable=True),
        *parts,
        sa.ForeignKeyConstraint(["since"], ["roll.id"]),
        sa.ForeignKeyConstraint(["until"], ["roll.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f(f"ix_{name}_until"), name, ["until"], unique=False)


class _Writer:
    """Takes over one roll after another, the oldest first; JSON stays the text that it is."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection
        self._children: dict[str, int] = {}
        self._open: dict[str, dict[str, list[int]]] = {name: {} for name in _COPIES}
        self._theirs: dict[int, set[int]] = {}
        self._next = dict.fromkeys(_COPIES, 1)

    def asked(self, question: str, **values: Any) -> list[Row]:
        return [dict(row) for row in self._connection.execute(sa.text(question), values).mappings()]

    def take_over(self, roll: int) -> None:
        """Open what a roll has and the one before it had not, and close the other way round."""
        pupils, contacts, ties, gaps = (self._copies(name, roll) for name in ("pupil", "contact", "tie", "gap"))
        places = [self._child(pupil.pop("key")) for pupil in pupils]
        self._settle("pupil", roll, [{"child_id": one} | row | {"registration": "here alone"} for one, row in zip(places, pupils, strict=True)])  # fmt: skip
        self._settle_contacts(roll, contacts, ties, places)
        found = [(gap.pop("row"), _with_children(gap, places)) for gap in gaps]
        ids = self._settle("gap", roll, [gap for _, gap in found])
        rows = {str(one): row for one, (row, _) in zip(ids, found, strict=True)}
        self.asked_to("update roll set gap_rows = :rows where id = :roll", [{"rows": json.dumps(rows), "roll": roll}])

    def asked_to(self, order: str, values: list[Row]) -> None:
        if values:
            self._connection.execute(sa.text(order), values)

    def _copies(self, name: str, roll: int) -> list[Row]:
        order = "contact, position" if name == "tie" else "position"
        rows = self.asked(f"select * from copied_{name} where roll_id = :roll order by {order}", roll=roll)  # noqa: S608
        left_out = {"roll_id", "rows"} | ({"position"} if name != "contact" else set())
        return [{column: cell for column, cell in row.items() if column not in left_out} for row in rows]

    def _child(self, key: str) -> int:
        if key not in self._children:
            self._children[key] = len(self._children) + 1
            self.asked_to("insert into child (id, key) values (:id, :key)", [{"id": self._children[key], "key": key}])
        return self._children[key]

    def _settle_contacts(self, roll: int, contacts: list[Row], ties: list[Row], places: list[int]) -> None:
        of: dict[int, list[Row]] = defaultdict(list)
        for tie in ties:
            of[tie.pop("contact")].append({"child_id": places[tie.pop("pupil")]} | tie)
        theirs = [of[contact.pop("position")] for contact in contacts]
        ids = self._settle("contact", roll, contacts, [{tie["child_id"] for tie in found} for found in theirs])
        once = {_text(row): row for one, found in zip(ids, theirs, strict=True) for row in ({"contact_id": one} | tie for tie in found)}  # fmt: skip
        self._settle("tie", roll, list(once.values()))

    def _settle(self, name: str, roll: int, wanted: list[Row], theirs: list[set[int]] | None = None) -> list[int]:
        """Of two contacts who are alike in everything else, each stays with the children they have."""
        before, self._open[name] = self._open[name], defaultdict(list)
        ids, fresh = [], []
        for at, row in enumerate(wanted):
            found = before.get(_text(row), [])
            children = theirs[at] if theirs else set()
            one = max(found, key=lambda known: len(children & self._theirs.get(known, set())), default=None)
            if one is None:
                one, self._next[name] = self._next[name], self._next[name] + 1
                fresh.append({"id": one, "since": roll} | row)
            else:
                found.remove(one)
            ids.append(one)
            self._open[name][_text(row)].append(one)
        if theirs is not None:
            self._theirs = dict(zip(ids, theirs, strict=True))
        ended = [{"id": one, "roll": roll} for found in before.values() for one in found]
        self.asked_to(f'update {name} set "until" = :roll where id = :id', ended)  # noqa: S608
        if fresh:
            columns, marks = ", ".join(fresh[0]), ", ".join(f":{column}" for column in fresh[0])
            self.asked_to(f"insert into {name} ({columns}) values ({marks})", fresh)  # noqa: S608
        return ids


def _with_children(gap: Row, places: Iterable[int]) -> Row:
    children = list(places)
    pupils = json.loads(gap.pop("pupils"))
    return gap | {"children": json.dumps([children[position] for position in pupils])}


def _text(row: Row) -> str:
    return json.dumps(row, sort_keys=True)
