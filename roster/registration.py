"""Pupils who are registered at two schools, and guests: what the school's policy says of their carers."""

from roster.people import Pupil, Registration
from roster.policy import Policy


def asks_about(pupil: Pupil, policy: Policy) -> bool:
    """Whether the school asks the office about the carers of a pupil who is registered like this."""
    if pupil.registration is Registration.GUEST:
        return policy.guests == "query"
    return pupil.registration.dual and policy.dual_registered == "query"
