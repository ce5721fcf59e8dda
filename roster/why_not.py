"""Why a rule has nothing to say about somebody: one short sentence a rule."""

from collections.abc import Callable

from roster.groups import Shown
from roster.verdicts import Case, Rule
from roster.words import counted, listed

_IN_GRACE = "The time of grace after a child left is still running."
_NO_PARENT = "The office has said that this is nobody's parent"


def why_not(rule: Rule, case: Case) -> str | None:
    """Say why a rule does not speak in a case; None where it does. Raises `KeyError` for a rule that has no sentence."""
    because = _BECAUSE[rule.name]
    return None if rule(case) else because(case)


def _carer_on_roll(case: Case) -> str:
    if not case.here:
        return _nobody_here(case)
    if not any(tie.carer for tie in case.here):
        return "They are on the school's list, but as no parent or carer of a child who is here."
    if case.asked_about:
        return (
            "Their child is registered at another school too, or a guest, and the school wants to be asked about that."
        )
    return f"No child of whom they are a carer is on roll in {case.scope.said} today."


def _starter(case: Case) -> str:
    days = counted(case.policy.starters_window_days, "day")
    return f"No child of whom they are a carer is to start in {case.scope.said} within {days}."


def _leaver_grace(case: Case) -> str:
    if not case.known:
        return "No child who has left is known for them."
    return "No child they are on the list for left so lately that the school's time of grace is still running."


def _exempt(case: Case) -> str:
    if case.decided.exemption:
        return "They have an exemption, but of a kind that by the school's settings lets nobody stay."
    return "No exemption in force names them."


def _restricted(case: Case) -> str:
    if any(tie.restricted for tie in case.ties):
        return "The school's list restricts them only as a contact of a child who has left."
    return "The school's list does not restrict them."


def _unusable_number(case: Case) -> str:
    if case.member.shown is not Shown.UNUSABLE:
        return "What the list shows as a number is one." if case.member.phone else "The list shows no number at all."
    return "They are known by something else that the list shows."


def _damaged_record(case: Case) -> str:
    if case.excused:
        return "A child they are on the list for is here, or left lately, so nothing depends on a damaged record."
    if not (case.member.phone or case.known):
        return "The list shows no number that a damaged record might hold."
    if case.decided.no_parent:
        return f"{_NO_PARENT}, so no damaged record was looked for."
    return "No damaged record of the export may be theirs."


def _possible_new_number(case: Case) -> str:
    if case.here:
        return "The school's list has them, with a child who is here."
    if case.excused:
        return _IN_GRACE
    if case.known:
        return "The number is known, and nobody with a child here is found for it, under another record either."
    if not case.member.phone:
        return "The list shows no number that might be a new one."
    if case.decided.no_parent:
        return f"{_NO_PARENT}, so no name was looked for."
    if not case.member.name:
        return "Only a number is shown, and no name that might be a carer's."
    return "The name is like that of no carer in question."


def _not_a_carer(case: Case) -> str:
    if not case.here:
        return _nobody_here(case)
    if case.parting:
        return _IN_GRACE
    return "They are a parent or carer of a child who is here."


def _other_group(case: Case) -> str:
    if not case.here:
        return _nobody_here(case)
    if case.parting:
        return _IN_GRACE
    if not any(tie.carer for tie in case.here):
        return "They are a carer of no child who is here."
    return f"A child of whom they are a carer is in {case.scope.said}, or soon will be."


def _name_only(case: Case) -> str:
    if case.decided.no_parent:
        return f"{_NO_PARENT}, so no name was looked for."
    return _told_otherwise(case) or "The name is like that of no carer in question."


def _unidentified(case: Case) -> str:
    return _told_otherwise(case) or "The name is like that of a carer."


def _all_children_left(case: Case) -> str:
    if case.here:
        return f"{listed(tuple(dict.fromkeys(tie.pupil.placed for tie in case.here)))} has not left."
    if case.still_here:
        return "A child of somebody who once had the number has not left."
    if not case.known:
        return "No child is known for them, so none is known to have left."
    if case.excused:
        return _IN_GRACE
    if case.match.gaps:
        return "A damaged record of the export may hold another child of theirs."
    if case.match.kin:
        return f"{listed([one.shown for one in case.match.kin])}, who has a child here, may speak for them."
    return "No child is known of whoever has or had the number."


def _not_on_roll(case: Case) -> str:
    if not case.member.phone:
        return "The list shows no number, and a name alone removes nobody."
    if case.match.holders:
        return "The school's list has them."
    if case.match.formers:
        return "The school's list had the number once."
    if case.match.namesakes:
        return "The name is like that of a carer, whose new number this may be."
    return "A damaged record of the export may be theirs."


def _nobody_here(case: Case) -> str:
    if case.known:
        return "Whoever has or had the number or address shown has no child at the school any more."
    return "The school's list has nobody with a number or address that is shown."


def _told_otherwise(case: Case) -> str:
    """Say why a name does not matter, where it does not."""
    if case.known:
        return "They are known by more than a name."
    if case.member.phone:
        return "The list shows a number, which tells more than a name."
    if case.member.shown is Shown.UNUSABLE:
        return "The list shows something in the place of a number, and that is looked at first."
    return ""


_BECAUSE: dict[str, Callable[[Case], str]] = {
    "carer-on-roll": _carer_on_roll,
    "starter": _starter,
    "leaver-grace": _leaver_grace,
    "exempt": _exempt,
    "restricted": _restricted,
    "unusable-number": _unusable_number,
    "damaged-record": _damaged_record,
    "possible-new-number": _possible_new_number,
    "not-a-carer": _not_a_carer,
    "other-group": _other_group,
    "name-only": _name_only,
    "unidentified": _unidentified,
    "all-children-left": _all_children_left,
    "not-on-roll": _not_on_roll,
}
