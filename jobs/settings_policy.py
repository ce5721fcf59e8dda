"""What the policy's settings may say beyond their types: a country, days of the year, relations that Roster knows."""

from collections.abc import Iterator

from roster.calendar import is_day_of_year
from roster.policy import Policy
from roster.relations import Role, role_of

# What people write for a country whose letters are others.
_MEANT = {"UK": "GB"}


def faults(policy: Policy) -> Iterator[str]:
    """Give a sentence for each thing that cannot stand: the key, what it must be, and what it is now."""
    if not _is_region(policy.region):
        yield _no_region(policy.region)
    yield from _days(policy)
    yield from _relations(policy)


def _days(policy: Policy) -> Iterator[str]:
    said = [("leavers_grace_until", day) for day in policy.leavers_grace_until]
    said += [(key, getattr(policy, key)) for key in ("pause_from", "pause_until") if getattr(policy, key)]
    for key, day in said:
        if not is_day_of_year(day):
            yield (
                f'policy.{key} must be a day of the year, month before day, such as "07-17". Right now it is "{day}"'
            )
    if bool(policy.pause_from) != bool(policy.pause_until):
        yield "policy.pause_from and policy.pause_until go together: set both, or neither"


def _relations(policy: Policy) -> Iterator[str]:
    for said in policy.also_carers:
        if role_of(said) in {Role.UNREAD, Role.UNKNOWN}:
            yield f'policy.also_carers must name relations. Right now "{said}" is none that Roster knows'
    for said in policy.never_carers:
        if role_of(said) not in {Role.RELATIVE, Role.PROFESSIONAL}:
            yield f'policy.never_carers must name relations that are no parents, guardians or carers. Right now it has "{said}"'


def _is_region(letters: str) -> bool:
    if letters == "GB":
        return True
    import phonenumbers

    return letters in phonenumbers.SUPPORTED_REGIONS


def _no_region(region: str) -> str:
    meant = _MEANT.get(region.upper(), region.upper())
    hint = f'did you mean "{meant}"?' if _is_region(meant) else 'Britain is "GB"'
    return f'policy.region must be a country\'s two letters (ISO 3166). Right now it is "{region}": {hint}'
