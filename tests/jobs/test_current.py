"""Settings that are changed while it serves hold at once; those that cannot be used do not."""

import logging
import threading

import pytest

from jobs.current import Current
from tests.jobs.school import ADMIN, World

AT_ONCE = 0.0


def test_what_is_changed_holds_at_once(world: World):
    current = Current(world.office, world.settings, AT_ONCE)
    before = current.office().settings.group("3B").admins

    world.settings.write_text(world.settings.read_text().replace(ADMIN, "ola@example.org"))

    assert before == (ADMIN,)
    assert current.office().settings.group("3B").admins == ("ola@example.org",)
    assert current.office().store is world.office.store


def test_it_is_the_same_office_while_nothing_changes(world: World):
    current = Current(world.office, world.settings, AT_ONCE)

    assert current.office() is world.office


@pytest.mark.parametrize("broken", ["[school", '[school]\nnmae = "Oak"', '[store]\ndatabase = "other.db"'])
def test_what_cannot_be_used_is_said_once_and_changes_nothing(
    world: World, broken: str, caplog: pytest.LogCaptureFixture
):
    current = Current(world.office, world.settings, AT_ONCE)
    world.settings.write_text(broken)

    with caplog.at_level(logging.INFO, "roster"):
        offices = [current.office() for _ in range(3)]

    assert offices == [world.office] * 3
    assert caplog.text.count("the settings stay as they were") == 1


def test_a_file_that_is_still_being_written_is_not_read(world: World):
    whole = world.settings.read_text()
    current = Current(world.office, world.settings, seconds=0.5)
    world.settings.write_text(whole.partition("[groups.")[0])
    the_rest = threading.Timer(0.1, world.settings.write_text, [whole])
    the_rest.start()

    meanwhile, later = current.office(), current.office()

    the_rest.join()
    assert meanwhile is later is world.office


def test_a_file_that_is_gone_for_a_moment_changes_nothing(world: World):
    current = Current(world.office, world.settings, AT_ONCE)
    world.settings.unlink()

    assert current.office() is world.office
