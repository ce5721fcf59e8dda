"""The contract's JSON, schema `roster.check/1`."""

import json
from typing import Any

from adapters.reports.outcome import Outcome
from roster.comparison import Judged
from roster.errors import RosterError
from roster.groups import Problem
from roster.verdicts import Verdict

SCHEMA = "roster.check/1"


def as_json(outcome: Outcome) -> str:
    """Tell an outcome as JSON."""
    export = outcome.export
    told = {
        "schema": SCHEMA,
        "on": outcome.on.isoformat(),
        "export": {
            "file": export.file,
            "format": export.format,
            "sheet": export.sheet or None,
            "pupils_on_roll": outcome.roll.on_roll,
            "leavers": outcome.roll.leavers,
            "starters": outcome.roll.starters,
            "contacts": outcome.roll.contacts,
            "problems": [_problem(problem) for problem in outcome.problems],
        },
        "groups": [_group(group) for group in outcome.groups],
    }
    return json.dumps(told, indent=2, ensure_ascii=False)


def error_as_json(error: RosterError) -> str:
    """Tell why there is no outcome."""
    said = {
        "headline": error.headline, "advice": error.advice, "file": error.file, "sheet": error.sheet, "row": error.row,
    }  # fmt: skip
    return json.dumps({"schema": SCHEMA, "error": said}, indent=2, ensure_ascii=False)


def _group(group: Judged) -> dict[str, Any]:
    listed = group.listed
    return {
        "name": listed.name,
        "platform": listed.platform,
        "format": listed.format,
        "scope": {"kind": group.scope.kind.value, "value": group.scope.value or None},
        "completeness": listed.completeness.value,
        "members": len(listed.members),
        "held": [{"guard": objection.guard, "message": objection.message} for objection in group.held],
        "problems": [_problem(problem) for problem in listed.problems],
        "verdicts": [_verdict(verdict) for verdict in group.verdicts],
    }


def _verdict(verdict: Verdict) -> dict[str, Any]:
    member = verdict.member
    return {
        "member": {
            "shown_as": member.shown_as,
            "phone": member.phone.e164 if member.phone else None,
            "email": member.email,
            "row": member.row,
            "admin": member.admin,
        },
        "standing": verdict.standing.value,
        "reason": verdict.reason.name,
        "evidence": list(verdict.reason.evidence),
        "contacts": list(verdict.contacts),
    }


def _problem(problem: Problem) -> dict[str, Any]:
    return {"level": problem.level, "row": problem.row, "column": problem.column, "message": problem.message}
