"""`make eval`: the figures by kind, the peers on the same labels, and last one line of JSON."""

import json
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from time import perf_counter

from rich.console import Console

from tests.eval import page
from tests.eval.peers import Peer, PeerFigures, asked_of, measured
from tests.eval.running import Run, run

_ASKED_AT_MOST = 20_000
_WIDE = 140


def main() -> None:
    """Judge, compare, print."""
    told = _told()
    begun = perf_counter()
    done = run(told.members, told.seed, told.names)
    seconds = perf_counter() - begun
    against = {} if told.alone else _peers(done, told.asked)
    promised = done.figures.promised()
    console = Console(width=_WIDE) if not sys.stdout.isatty() else Console()
    for table in page.printed(done, against, seconds):
        console.print(table)
    for line in done.figures.wrong[: told.show]:
        print(line)
    if told.write:
        page.write(told.write, done, against, f"make eval MEMBERS={told.members} SEED={told.seed}")
    print(json.dumps(promised))


def _told() -> Namespace:
    parser = ArgumentParser(prog="python -m tests.eval", description=__doc__)
    parser.add_argument("--members", type=int, default=200_000, help="how many members at least")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--names", default="", help="another set of names, module:attribute")
    parser.add_argument("--alone", action="store_true", help="without the peers")
    parser.add_argument("--asked", type=int, default=_ASKED_AT_MOST, help="how many labels the peers are asked at most")
    parser.add_argument("--show", type=int, default=0, help="print so many members of whom the truth says otherwise")
    parser.add_argument("--write", type=Path, help="write the figures into this page")
    return parser.parse_args()


def _peers(done: Run, at_most: int) -> dict[Peer, PeerFigures]:
    from tests.eval.peers_linkage import RECORD_LINKAGE, SPLINK
    from tests.eval.peers_simple import EXACT, TOKEN_SET

    asked = asked_of(done, at_most)
    return {peer: measured(peer, asked) for peer in (EXACT, TOKEN_SET, SPLINK, RECORD_LINKAGE)}


if __name__ == "__main__":
    main()
