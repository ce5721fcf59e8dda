"""The page `docs/rules.md`: every rule and every setting of the policy, from the code that applies them."""

import dataclasses
import inspect
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from textwrap import fill
from typing import Any, get_args, get_type_hints

from roster.policy import Limits, Policy
from roster.rules import all_rules
from roster.verdicts import REASONS, Rule, Standing

PAGE = Path(__file__).parents[1] / "docs" / "rules.md"
_WIDTH = 120
_OPENING = """\
# The rules

Every member of a group is asked about by every rule. A rule that finds something gives its reason with the evidence, and the
gravest reason decides; of two that are as grave, the one that stands first below. The order in which rules are asked makes
no difference, and a rule without evidence says nothing.

What a volunteer reads is never the reason: only who it is, and one sentence.

This page is written from the code: change it there.
"""
_STANDINGS = {
    Standing.BELONGS: "## Who belongs\n",
    Standing.QUERY: "## Whom the office should look at\n\nNobody else is told about these, unless a school raises `other-group` or `not-a-carer` to a removal.\n",
    Standing.REMOVE: "## Who should be taken out\n",
}
_POLICY = """\
## What a school decides

In `settings.toml` under `[policy]`. No setting can make a name alone take anybody out, nor make a parent, guardian or carer
count for less.
"""
_LIMITS = """\
## How much a run may propose

In `settings.toml` under `[limits]`. A run that goes beyond is held: it says whom it would have named and why, and waits for
somebody to release it.
"""


def written(rules: Iterable[Rule]) -> str:
    """Write the page: the rules by standing, each in the order of the reasons, and then the settings."""
    ordered = sorted(rules, key=lambda rule: REASONS.index(rule.name))
    parts = [_OPENING]
    for standing, heading in _STANDINGS.items():
        parts += [heading, *(_of_rule(rule) for rule in ordered if rule.standing is standing)]
    return "\n".join([*parts, _POLICY, *_settings(Policy), "", _LIMITS, *_settings(Limits), ""])


def _of_rule(rule: Rule) -> str:
    """A rule as its docstring tells it: the sentence that the office reads, and what there is to know beside it."""
    sentence, _, more = inspect.cleandoc(rule.question.__doc__ or "").partition("\n\n")
    paragraphs = [sentence, *more.split("\n\n")]
    return "\n\n".join([f"### `{rule.name}`", *(_filled(one) for one in paragraphs if one)]) + "\n"


def _settings(section: type[Any]) -> Iterator[str]:
    """One item a setting: its name, what holds without it, what it may be, and what it means."""
    kinds = get_type_hints(section)
    for field in dataclasses.fields(section):
        choices = [said for said in get_args(kinds[field.name]) if isinstance(said, str)]
        may = f" ({' or '.join(json.dumps(one) for one in choices)})" if choices else ""
        default = json.dumps(list(field.default) if isinstance(field.default, tuple) else field.default)
        about = field.metadata["description"]
        yield _filled(f"- `{field.name} = {default}`{may}: {about}", "  ")


def _filled(text: str, indent: str = "") -> str:
    plain = " ".join(text.split())
    return fill(plain, _WIDTH, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)


if __name__ == "__main__":
    PAGE.write_text(written(all_rules()), encoding="utf-8")
