"""The figures as tables: on the screen, and between two marks in docs/accuracy.md, so that none is typed by hand."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from rich.table import Table

from tests.eval.figures import Kind
from tests.eval.peers import Peer, PeerFigures, measured_product
from tests.eval.running import Run

BEGIN, END = "<!-- figures: begin -->", "<!-- figures: end -->"
_GOALS = {
    "false_removals": "0",
    "removed_of_must_go": ">= 99.9 %",
    "name_top1": ">= 95 %",
    "name_top3": ">= 99 %",
    "wrong_very_likely": "<= 0.1 %",
}
_KINDS = (
    "kind",
    "members",
    "removed",
    "wrongly removed",
    "wrongly kept",
    "either",
    "answerable",
    "first",
    "in three",
    "wrongly sure",
)
_PEERS = ("on the same labels", "first", "in three", "rightly sure", "wrongly sure")
_REASONS = ("either is right because they are", "members", "of all")
_PROMISED = ("figure", "measured", "goal")
Rows = list[tuple[str, ...]]


def printed(done: Run, against: dict[Peer, PeerFigures], seconds: float) -> Iterator[Table]:
    """The tables for a screen."""
    whole = done.figures.whole
    yield _table(f"Roster: {whole.members} members by kind, judged in {seconds:.0f} s", _KINDS, _kinds(done))
    if against:
        yield _table("The peers", _PEERS, _peers(done, against))
    yield _table("Of whom nobody can say", _REASONS, _reasons(done))
    yield _table("The promises", _PROMISED, _promised(done))


def write(path: Path, done: Run, against: dict[Peer, PeerFigures], command: str) -> None:
    """Put the figures into a page, between its marks."""
    before, _, rest = path.read_text(encoding="utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    today = datetime.now(ZoneInfo("Europe/London")).date()
    parts = [
        f"Measured by `{command}` on {today.day} {today:%B %Y}.",
        _marked(_PROMISED, _promised(done)),
        _marked(_KINDS, _kinds(done)),
        _marked(_REASONS, _reasons(done)),
        *([_marked(_PEERS, _peers(done, against))] if against else []),
    ]
    path.write_text(f"{before}{BEGIN}\n\n" + "\n\n".join(parts) + f"\n\n{END}{after}", encoding="utf-8")


def _promised(done: Run) -> Rows:
    return [(name, _said(name, value), _GOALS.get(name, "")) for name, value in done.figures.promised().items()]


def _reasons(done: Run) -> Rows:
    members = done.figures.whole.members
    reasons = [*done.figures.reasons.most_common(), ("all", done.figures.reasons.total())]
    return [(why, str(some), f"{100 * some / members:.2f} %") for why, some in reasons if some]


def _said(name: str, value: float) -> str:
    shares = {"name_top1", "name_top3", "wrong_very_likely", "removed_of_must_go"}
    return f"{100 * value:.3f} %" if name in shares else f"{value:,}"


def _kinds(done: Run) -> Rows:
    kinds = sorted(done.figures.kinds.items(), key=lambda item: (item[0].partition(":")[0], -item[1].members))
    return [*(_row(name, kind) for name, kind in kinds), _row("all", done.figures.whole)]


def _row(name: str, kind: Kind) -> tuple[str, ...]:
    named = (kind.first, kind.among_three) if kind.answerable else ()
    shares = [f"{100 * one / kind.answerable:.1f} %" for one in named] or ["", ""]
    counts = (kind.members, kind.standings["remove"], kind.false, kind.missed, kind.either, kind.answerable)
    sure = f"{100 * kind.wrongly_sure / kind.weighed:.2f} %" if kind.weighed else ""
    return name, *(str(one) if one else "" for one in counts), *shares, sure


def _peers(done: Run, against: dict[Peer, PeerFigures]) -> Rows:
    asked = next(iter(against.values())).asked
    own = measured_product(done, asked)
    rows = [(f"{peer.name}: {peer.about}", found) for peer, found in against.items()]
    return [
        (about, *(f"{100 * share:.2f} %" for share in (one.top1, one.top3, one.rightly_sure, one.wrongly_sure)))
        for about, one in ((f"Roster (the first {asked} labels)", own), *rows)
    ]


def _table(title: str, headings: tuple[str, ...], rows: Rows) -> Table:
    table = Table(title=title)
    for at, heading in enumerate(headings):
        table.add_column(heading, justify="right" if at else "left", overflow="fold")
    for row in rows:
        table.add_row(*row)
    return table


def _marked(headings: tuple[str, ...], rows: Rows) -> str:
    lines = [headings, tuple("---:" if at else "---" for at in range(len(headings))), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
