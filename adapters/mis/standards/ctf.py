"""DfE Common Transfer File (XML): pupils with their contacts, on the way from one school to the next.

Shape: the DfE's CTF specifications, 15 to 25, and its admissions transfer file (ATF), which has applicants.
"""

from dataclasses import replace

from adapters.mis.guide import Guide
from adapters.mis.records.parts import Parts
from adapters.mis.records.register import Register, number_in
from adapters.mis.records.tree import Node, numbered, trees
from adapters.mis.standard import Standard
from roster.export import Sheet
from roster.groups import Problem

_OF_APPLICANTS = "atfile"
_ROOTS = frozenset({"ctfile", _OF_APPLICANTS})
_A_TRANSFER = (
    "A transfer file is written to pass pupils on, not to list them: it may hold leavers, or only some of the pupils, and "
    "has no classes. See that it holds every pupil of the school before you rely on it."
)
_ADMISSIONS = "An admissions transfer file holds applicants, and nobody who is here already."
_PARTIAL = "The file itself says that it is partial."
_MOVING = "It was written for another school, to which these pupils are moving."
_MOBILE = "M"


def _claims(parts: Parts) -> bool:
    return any(part.root.casefold() in _ROOTS for part in parts)


def _read(parts: Parts) -> tuple[Sheet, tuple[Problem, ...]]:
    register = Register()
    files = [root for root in trees(parts, json=False) if root.name in _ROOTS]
    found = [(root, pupil) for root in files for pupil in root.nodes("ctfpupildata/pupil", "atfpupildata/pupil")]
    numbered(pupil for _, pupil in found)
    for root, pupil in found:
        _admit(register, root, pupil)
    said = [sentence for root in files for sentence in _about(root)]
    register.note(" ".join(dict.fromkeys(said)))
    register.leave_out(parts, (root.file for root in files))
    sheet, notes = register.sheet("pupils")
    return replace(sheet, cut_short=any(map(_is_partial, files))), notes


def _is_partial(root: Node) -> bool:
    return root.text("header/documentqualifier").casefold() == "partial"


def _admit(register: Register, root: Node, pupil: Node) -> None:
    applies = root.name == _OF_APPLICANTS
    starts, leaves = _stay(pupil, _school(root, "header/sourceschool/"))
    key = register.pupil(
        (pupil.text("applicationreference") if applies else "") or pupil.text("upn"),
        forename=pupil.text("forename", "preferredforename"),
        surname=pupil.text("surname", "preferredsurname"),
        born=pupil.text("dob"),
        year=pupil.text("ncyearactual", "basicdetails/ncyearactual"),
        classes=pupil.texts("reggroup", "basicdetails/reggroup"),
        starts=starts,
        leaves=leaves,
        status="applicant" if applies else "",
        row=pupil.row,
    )
    for contact in pupil.nodes("contacts/contact", "contact"):
        _add(register, key, contact)
    for phone in pupil.nodes("phones/phone"):
        own = phone.text("telephonetype").upper().startswith(_MOBILE)
        register.line(key, phone.texts("phoneno"), "self" if own else "")


def _add(register: Register, pupil: str, contact: Node) -> None:
    adult = register.contact(
        title=contact.text("title"),
        forename=contact.text("forename"),
        surname=contact.text("surname"),
        phones=tuple(number_in(phone, "phoneno") for phone in contact.nodes("phones/phone")),
        emails=contact.texts("email"),
    )
    register.link(
        pupil,
        adult,
        relation=contact.text("relationship"),
        responsibility=contact.text("responsibility"),
        lives_with=contact.text("address/addressaspupil", "addressaspupil"),
        priority=contact.text("order"),
    )


def _stay(pupil: Node, school: tuple[str, str]) -> tuple[str, str]:
    """Give the first and the last day at the school that wrote the file; a stay without a last day goes on."""
    stays = [one for one in pupil.nodes("schoolhistory/school") if all(school) and _school(one) == school]
    starts = max((one.text("entrydate") for one in stays), default="")
    lasts = [one.text("leavingdate") for one in stays]
    said = pupil.text("leavingdate", "basicdetails/leavingdate")
    return starts, "" if "" in lasts else max([*lasts, said])


def _school(node: Node, path: str = "") -> tuple[str, str]:
    return node.text(f"{path}lea"), node.text(f"{path}estab")


def _about(root: Node) -> list[str]:
    if root.name == _OF_APPLICANTS:
        return [_ADMISSIONS]
    goes_to, comes_from = _school(root, "header/destschool/"), _school(root, "header/sourceschool/")
    moving = goes_to[1].isdigit() and goes_to != comes_from
    return [_A_TRANSFER, *([_PARTIAL] if _is_partial(root) else []), *([_MOVING] if moving else [])]


ctf = Standard("ctf", _claims, _read)
guide = Guide(
    "Common Transfer File (DfE, England and Wales)",
    "One XML file, or several in a zip; also the admissions transfer file (ATF), whose pupils are applicants. Row numbers "
    "count the pupils.",
    "In the MIS, export a CTF for all pupils on roll, with the addresses, telephones and contacts sections. It has no classes "
    "and is no roll: a spreadsheet of contacts is better wherever the MIS can make one.",
    "The DfE's published CTF specifications, versions 15 to 25.",
)
