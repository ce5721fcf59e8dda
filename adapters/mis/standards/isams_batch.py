"""iSAMS Batch API (XML): the pupil manager's current pupils, and contacts where the key allows them.

Shape: public clients of the Batch API (PupilManager/CurrentPupils/Pupil, PupilManager/Contacts/Contact with Pupils/Pupil).
"""

from collections import defaultdict

from adapters.mis.guide import Guide
from adapters.mis.records.isams import add_contact, is_telephone
from adapters.mis.records.parts import Parts
from adapters.mis.records.register import Register
from adapters.mis.records.tree import Node, numbered, trees
from adapters.mis.standard import Standard
from roster.export import Sheet
from roster.groups import Problem

_ROOT = "isams"
_PUPILS = {
    "": ("currentpupils/pupil",),
    "applicant": ("applicants/pupil", "applicants/applicant"),
    "left": ("formerpupils/pupil",),
}
_IDS = ("@id", "schoolid", "schoolcode")


def _claims(parts: Parts) -> bool:
    return any(part.root.casefold() == _ROOT for part in parts)


def _read(parts: Parts) -> tuple[Sheet, tuple[Problem, ...]]:
    register = Register()
    files = [root for root in trees(parts, json=False) if root.name == _ROOT]
    managers = [manager for root in files for manager in root.records]
    keys: dict[str, list[str]] = defaultdict(list)
    found = [
        (status, pupil) for status, paths in _PUPILS.items() for manager in managers for pupil in manager.nodes(*paths)
    ]
    numbered(pupil for _, pupil in found)
    for status, pupil in found:
        key = _admit(register, pupil, status)
        for identity in {pupil.text(name) for name in _IDS} - {""}:
            keys[identity].append(key)
    for contact in numbered(contact for manager in managers for contact in manager.nodes("contacts/contact")):
        whose = [_named(pupil) for pupil in contact.nodes("pupils/pupil")] or list(contact.texts("pupils/pupil"))
        add_contact(register, [key for name in whose for key in keys.get(name, ["nobody"])], contact)
    register.leave_out(parts, (root.file for root in files))
    return register.sheet("pupils")


def _admit(register: Register, pupil: Node, status: str) -> str:
    key = register.pupil(
        pupil.text("schoolid") or pupil.text("@id") or pupil.text("upn"),
        forename=pupil.text("preferredname") or pupil.text("forename"),
        surname=pupil.text("surname"),
        born=pupil.text("dob"),
        year=pupil.text("ncyear"),
        classes=pupil.texts("form"),
        starts=pupil.text("enrolmentdate"),
        leaves=pupil.text("leavingdate"),
        status=status,
        row=pupil.row,
    )
    for name in sorted(pupil.names):
        if is_telephone(name):
            register.line(key, pupil.texts(name), "self" if "mobile" in name else "")
    return key


def _named(pupil: Node) -> str:
    return next((said for name in _IDS if (said := pupil.text(name))), "")


isams_batch = Standard("isams-batch", _claims, _read)
guide = Guide(
    "iSAMS (Batch API)",
    "The XML that the Batch API gives, alone or several in a zip. Row numbers count the pupils.",
    "Control Panel, API Services Manager: a batch key with the methods for current pupils, applicants and contacts. Without the "
    "contacts method nobody can be recognised.",
    "Public clients of the Batch API; the names of a contact's telephones are not public, and are told by their words.",
)
