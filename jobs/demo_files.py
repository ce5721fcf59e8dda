"""The demo school's files: a contact report as a MIS prints it, and each group's list as its admin got hold of it."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from io import BytesIO, StringIO
from random import Random

from openpyxl import Workbook

from jobs.demo_school import Carer, DemoSchool, year_said

_CAPTIONS = (
    "Surname", "Forename", "Year", "Reg", "Date of leaving", "Relationship", "Surname", "Forename", "Priority",
    "Parental Responsibility", "Court Order", "Telephone", "E-mail",
)  # fmt: skip
_SHARE_WHO_JOIN = 0.62


@dataclass(frozen=True)
class Entry:
    """Somebody in a group: the carer, whether the admin has saved them by name, whether the number is hidden."""

    carer: Carer
    saved: bool = False
    hidden: bool = False


def report(school: DemoSchool, on: date) -> bytes:
    """Write the contact report (xlsx): title lines, blank lines, a row per pupil and contact, a footer."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Report"
    sheet.append(["Oak Primary School"])
    sheet.append(["Parent contacts by class"])
    sheet.append([])
    sheet.append(_CAPTIONS)
    for family in sorted(school.families, key=lambda one: (one.children[0].year, one.children[0].form)):
        for child in family.children:
            for order, carer in enumerate(family.carers, start=1):
                left = child.left.strftime("%d/%m/%Y") if child.left else None
                sheet.append(
                    [child.family, child.given, year_said(child.year), child.form, left, carer.relation, carer.family,
                     carer.given, order, "Yes" if carer.relation in {"Mother", "Father"} else None, carer.order or None,
                     carer.spelt, f"{carer.given}.{carer.family}@example.org".lower().replace("'", "")]
                )  # fmt: skip
    sheet.append([])
    sheet.append([f"Printed on {on.strftime('%d/%m/%Y')}", None, None, "Page 1 of 1"])
    out = BytesIO()
    book.save(out)
    return out.getvalue()


class DemoGroups:
    """Who is in the seven groups. Their lists come in seven formats."""

    def __init__(self, school: DemoSchool, seed: int = 11) -> None:
        self._random = Random(seed)
        strangers = iter(school.strangers)
        elsewhere = school.carers_in("4A")
        years = {"Year 5": ("5A", "5B"), "Reception": ("RA", "RB")}
        self.entries: dict[str, list[Entry]] = {}
        for place, name in enumerate(("3B", "1A", "Year 5", "Reception", "2A", "6A", "4B")):
            carers = school.carers_in(*years.get(name, (name,)))
            joined = [carer for carer in carers if self._random.random() < _SHARE_WHO_JOIN]
            entries = [self._entry(carer) for carer in joined]
            entries.append(Entry(next(strangers)))
            if place % 2:
                entries.append(Entry(elsewhere[place]))
            self._random.shuffle(entries)
            self.entries[name] = entries
        self._newcomer = next(strangers)

    def on_the_second_night(self) -> None:
        """Let a stranger join one group, and one person who was asked to leave another be gone from it."""
        self.entries["4B"].append(Entry(self._newcomer))
        gone = next(entry for entry in self.entries["1A"] if not entry.carer.relation)
        self.entries["1A"].remove(gone)

    def lists(self) -> dict[str, tuple[str, bytes]]:
        """Give each group's list: the file's name and its bytes."""
        return {
            "3B": ("3B pasted.txt", _pasted(self.entries["3B"])),
            "1A": ("1A.txt", _lines(self.entries["1A"])),
            "Year 5": ("WhatsApp_Group_Contacts_Year5.csv", _exporter_csv("Year 5", self.entries["Year 5"])),
            "Reception": (
                "WhatsApp_Group_Contacts_Reception.xlsx",
                _exporter_xlsx("Reception", self.entries["Reception"]),
            ),
            "2A": ("whatsAppExport-2A.csv", _scraper("2A", self.entries["2A"])),
            "6A": ("6A.csv", _plain(self.entries["6A"])),
            "4B": ("4B contacts.csv", _contacts(self.entries["4B"])),
        }

    def _entry(self, carer: Carer) -> Entry:
        return Entry(carer, saved=self._random.random() < 0.12, hidden=self._random.random() < 0.04)


def _digits(carer: Carer) -> str:
    return carer.international.replace(" ", "").lstrip("+")


def _label(entry: Entry) -> str:
    return entry.carer.name if entry.saved or entry.hidden else entry.carer.international


def _pasted(entries: list[Entry]) -> bytes:
    return ", ".join([*map(_label, entries), "You"]).encode()


def _lines(entries: list[Entry]) -> bytes:
    return "\n".join([*map(_label, entries), "You", ""]).encode()


def _exporter_rows(group: str, entries: list[Entry]) -> list[list[str]]:
    head = (
        "Country Code,Country,Phone Number,Public Display Name,Saved Name,Group Name,Is My Contact,Is Business".split(
            ","
        )
    )
    rows = [head]
    for entry in entries:
        code, country = ("", "Hidden") if entry.hidden else ("44", "United Kingdom")
        number = "Hidden (privacy)" if entry.hidden else entry.carer.international.replace(" ", "")
        saved = entry.carer.name if entry.saved else ""
        rows.append([code, country, number, f"~{entry.carer.given}", saved, group, str(entry.saved), "False"])
    return rows


def _exporter_csv(group: str, entries: list[Entry]) -> bytes:
    return "\ufeff".encode() + _csv(_exporter_rows(group, entries))


def _exporter_xlsx(group: str, entries: list[Entry]) -> bytes:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = group
    for row in _exporter_rows(group, entries):
        sheet.append(row)
    summary = book.create_sheet("Summary")
    summary.append(["Group", "Members"])
    summary.append([group, len(entries)])
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _scraper(group: str, entries: list[Entry]) -> bytes:
    rows = [["Phone Number", "Name", "Description", "Source"]]
    for entry in entries:
        shown = entry.carer.name if entry.hidden else entry.carer.international
        rows.append([shown, "" if entry.hidden else entry.carer.name, "", group])
    return _csv(rows)


def _plain(entries: list[Entry]) -> bytes:
    return _csv(
        [["Name", "Phone"], *([entry.carer.name, "" if entry.hidden else entry.carer.number] for entry in entries)]
    )


def _contacts(entries: list[Entry]) -> bytes:
    rows = [["Name", "Phone", "Status"]]
    return _csv(
        [
            *rows,
            *([e.carer.name, "" if e.hidden else _digits(e.carer), "Hey there! I am using WhatsApp."] for e in entries),
        ]
    )


def _csv(rows: Iterable[Iterable[str]]) -> bytes:
    out = StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue().encode()
