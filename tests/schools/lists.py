"""Groups and their member lists, as phones, extensions and people write them."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.schools.containers import save_csv, save_workbook
from tests.schools.members import Crowd, Member, once_each, without_name, without_number
from tests.schools.names import in_cp1252
from tests.schools.numbers import is_british, national, parts
from tests.schools.people import Pupil, School
from tests.schools.sheets import Cell

STYLES = ("pasted", "lines", "extension csv", "extension xlsx", "plain csv", "floriandiud")


@dataclass(frozen=True)
class Group:
    """A group with its list: `kind` and `value` are the scope that its name tells."""

    name: str
    kind: str
    value: str
    style: str
    members: tuple[Member, ...]

    def covers(self, pupil: Pupil) -> bool:
        return {
            "school": True,
            "year": str(pupil.year) == self.value,
            "class": pupil.form == self.value,
        }[self.kind]


def groups(school: School) -> tuple[Group, ...]:
    """A class or a year, and the whole school, each with a list of another style."""
    rng = Random(f"groups {school.seed}")
    crowd = Crowd(school)
    form, year = rng.choice(school.forms), rng.randrange(7)
    called = "Reception" if year == 0 else rng.choice((f"Year {year}", f"Y{year}"))
    small = rng.choice(((form.name, "class", form.name, 14), (called, "year", str(year), 18)))
    wanted = [small, ("school", "school", "", 45)]
    styles = [STYLES[(school.seed + school.seed // len(STYLES) + n) % len(STYLES)] for n in range(len(wanted))]
    found = []
    for (name, kind, value, size), style in zip(wanted, styles, strict=True):
        group = Group(name, kind, value, style, ())
        members = crowd.of([pupil for pupil in school.pupils if group.covers(pupil)], size)
        found.append(Group(name, kind, value, style, tuple(once_each(_as_shown(members, style, rng)))))
    return tuple(found)


def _as_shown(members: list[Member], style: str, rng: Random) -> list[Member]:
    """What this style can show of each: a pasted list has a label or a number, the labels first."""
    if style in {"pasted", "lines"}:
        members = [m for m in members if m.number or m.instead.startswith("Hidden")]
    if style == "pasted":
        return sorted((_either(member, rng) for member in members), key=lambda m: m.number is not None)
    if style == "lines":
        return [_either(m, rng) if rng.random() < 0.4 else m for m in members]
    if style == "floriandiud":
        return [without_number(m) if m.number is None and m.instead.startswith("Hidden") else m for m in members]
    return members


def _either(member: Member, rng: Random) -> Member:
    if member.number and (not member.name or rng.random() < 0.55):
        return without_name(member)
    return without_number(member)


def save(group: Group, school: School, folder: Path) -> Path:
    """The group's list as a file in the folder."""
    rng = Random(f"list {school.seed} {group.name}")
    path = folder / f"{group.kind}-{group.value or 'all'}.{SUFFIXES[group.style]}".replace(" ", "-")
    WRITERS[group.style](group, path, rng)
    return path


def spelt(number: str, rng: Random) -> str:
    """A number as a phone or an extension shows it."""
    if not is_british(number):
        return rng.choice((number, f"{number[:-9]} {number[-9:-6]} {number[-6:]}"))
    area, middle, last = parts(number)
    return rng.choice(
        (
            *(f"+44 {area} {middle}{last}", f"+44 {area} {middle}{last}", number, number[1:]),
            *(f"0{area} {middle}{last}", national(number), f"+44 (0){area} {middle} {last}"),
        )
    )


def dialled(number: str, rng: Random) -> str:
    """A number as WhatsApp shows somebody who is not saved, now and then in its invisible marks."""
    if not is_british(number):
        return f"{number[:-9]} {number[-9:-6]} {number[-6:]}"
    area, middle, last = parts(number)
    shown = f"+44 {area} {middle}{last}"
    marked = "\u202a" + shown.replace(" ", "\u00a0") + "\u202c"
    return marked if rng.random() < 0.3 else shown


def _pasted(group: Group, path: Path, rng: Random) -> None:
    labels = [member.name for member in group.members if not member.number]
    numbers = [dialled(member.number, rng) for member in group.members if member.number]
    path.write_text(", ".join([*labels, *numbers, "You"]) + "\n", encoding="utf-8")


def _lines(group: Group, path: Path, rng: Random) -> None:
    lines = [
        rng.choice((" ", " - ", ": ")).join(
            filter(None, (member.name, spelt(member.number, rng) if member.number else ""))
        )
        for member in group.members
    ]
    path.write_text("\n".join(lines) + "\n", encoding=rng.choice(("utf-8", "utf-8-sig", "utf-16")))


EXTENSION: tuple[Cell, ...] = (
    *("Country Code", "Country", "Phone Number", "Public Display Name", "Saved Name", "Group Name"),
    *("Is My Contact", "Is Business"),
)


def _extension_rows(group: Group, rng: Random) -> list[tuple[Cell, ...]]:
    return [EXTENSION, *(_extension_row(group, member, rng) for member in group.members)]


def _extension_row(group: Group, member: Member, rng: Random) -> tuple[Cell, ...]:
    saved = member.name if rng.random() < 0.5 else ""
    public = "" if saved else member.name
    rest = (public, saved, f"{group.name} parents", "True" if saved else "False", "False")
    if member.number is None:
        country = ("", "Hidden") if member.instead.startswith("Hidden") else ("", "")
        return (*country, member.instead, *rest)
    code = member.number[1:3] if member.number[1:3] in {"44", "48"} else member.number[1:4]
    country = {"44": "United Kingdom", "48": "Poland", "353": "Ireland"}[code]
    return (int(code), country, rng.choice((member.number, member.number[1:])), *rest)


def _extension_csv(group: Group, path: Path, rng: Random) -> None:
    save_csv(path, _extension_rows(group, rng), encoding="utf-8-sig")


def _extension_xlsx(group: Group, path: Path, rng: Random) -> None:
    summary: list[tuple[Cell, ...]] = [("Group", "Members"), (f"{group.name} parents", len(group.members))]
    save_workbook(path, {"Summary": summary, f"{group.name} parents": _extension_rows(group, rng)})


def _plain_csv(group: Group, path: Path, rng: Random) -> None:
    rows: list[tuple[Cell, ...]] = [("Name", "Phone")]
    rows += [(m.name, spelt(m.number, rng) if m.number else m.instead) for m in group.members]
    fits = all(in_cp1252(str(cell)) for row in rows for cell in row)
    save_csv(path, rows, encoding=rng.choice(("utf-8", "cp1252")) if fits else "utf-8")


def _floriandiud(group: Group, path: Path, rng: Random) -> None:
    rows: list[tuple[Cell, ...]] = [("Phone Number", "Name", "Description", "Source")]
    for member in group.members:
        number = dialled(member.number, rng) if member.number else member.instead
        shown = (number, member.name) if number else (member.name, "")
        rows.append((*shown, rng.choice(("", "Busy")), f"{group.name} parents"))
    save_csv(path, rows, encoding="utf-8")


SUFFIXES = {"pasted": "txt", "lines": "txt", "extension xlsx": "xlsx"} | dict.fromkeys(
    ("extension csv", "plain csv", "floriandiud"), "csv"
)
WRITERS: dict[str, Callable[[Group, Path, Random], None]] = {
    "pasted": _pasted,
    "lines": _lines,
    "extension csv": _extension_csv,
    "extension xlsx": _extension_xlsx,
    "plain csv": _plain_csv,
    "floriandiud": _floriandiud,
}
