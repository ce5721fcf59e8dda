"""A file that went with a letter names the people of the letter: whoever is erased goes out of it too."""

from sqlalchemy import text

from tests.jobs.office import Clerk
from tests.jobs.school import World
from tests.jobs.test_subject import SADE, a_year, begin, erased, traces


def test_nobody_stays_in_a_file_who_is_erased(world: World, clerk: Clerk):
    begin(world, a_year)
    with world.office.store.writing() as session:
        session.execute(
            text("update letter set attached_as = 'people.csv', attached = :rows where text like :who"),
            {"rows": f'"3B","{SADE}","ending 103"'.encode(), "who": f"%{SADE}%"},
        )

    told = erased(clerk, SADE)

    assert told.status == 0, told.err
    assert traces(world, SADE) == {}
