"""The page of rules is written from the rules and the policy, and the committed one is current."""

import dataclasses
import re

import pytest

from adapters.rules_page import PAGE, written
from roster.policy import Limits, Policy
from roster.rules import all_rules
from roster.verdicts import REASONS, Rule


def test_the_page_is_current(bless: bool):
    page = written(all_rules())
    if bless:
        PAGE.write_text(page, encoding="utf-8")

    assert PAGE.read_text(encoding="utf-8") == page


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.name)
def test_every_rule_stands_on_it_with_its_sentence(rule: Rule):
    assert f"### `{rule.name}`\n\n{rule.sentence}" in written(all_rules())


def test_the_rules_stand_in_the_order_in_which_one_goes_before_another():
    assert re.findall(r"^### `(.+)`$", written(reversed(all_rules())), re.MULTILINE) == list(REASONS)


@pytest.mark.parametrize("name", [field.name for section in (Policy, Limits) for field in dataclasses.fields(section)])
def test_every_setting_stands_on_it(name: str):
    assert f"- `{name} = " in written(all_rules())


def test_a_setting_says_what_it_may_be_and_what_holds_without_it():
    page = written(all_rules())

    assert '- `staff_who_are_not = "query"` ("query" or "belong" or "remove"): Staff' in page
    assert "- `also_carers = []`: Relations that count" in page
