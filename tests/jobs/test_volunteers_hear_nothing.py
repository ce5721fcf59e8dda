"""What the office decides, and why, never reaches a volunteer: words found nowhere else are looked for in every letter."""

from email.message import EmailMessage

import pytest

from tests.jobs.office import DAYO, NEW, Clerk
from tests.jobs.school import ADMIN, CHARLIE, OFFICE, OTHER_ADMIN, World, a_list, an_export, carers, families
from tests.jobs.sink import Sink, html_of, text_of

REASON, HINT, WHO, NO_CHILD = "qxzreason", "qxzhint", "qxzby", "Qxzchild"
TWO_GROUPS = f'[groups."4A"]\nadmins = ["{OTHER_ADMIN}"]'
STRANGERS = [("Zed Nobody", "07700 900901"), ("Kim Nobody", "07700 900902")]


def whole(message: EmailMessage) -> str:
    return f"{message['Subject']}\n{text_of(message)}\n{html_of(message)}"


@pytest.fixture
def year(world: World, clerk: Clerk) -> World:
    """Nights with every kind of decision made, changed and undone between them."""
    world.settle(TWO_GROUPS)
    export = an_export(families()).decode().replace("Child101,Bello101", f"{NO_CHILD},Bello101")
    world.office.receive("contacts.csv", export.encode())
    known = [one for one in carers() if one[0] != DAYO]
    world.office.receive("3B.csv", a_list([*known, (DAYO, NEW), CHARLIE, *STRANGERS, ("Anon", "")]))
    world.office.receive("4A.csv", a_list([*carers("4A"), CHARLIE, ("D.", NEW)]))
    world.a_night()
    for group in ("3B", "4A"):
        world.office.release(group, WHO)
    world.a_night()
    clerk("hint", "3B", DAYO, f"{HINT} this is hers", "--by", ADMIN)
    clerk("exempt", "3B", "Charlie", "--why", f"{REASON} of Charlie", "--by", WHO, "--until", "2026-11-24")
    clerk("exempt", "3B", "Zed Nobody", "--why", f"{REASON} of Zed", "--by", WHO, "--as", "governor")
    clerk("answer", "3B", DAYO, "--same", DAYO, "--by", WHO)
    clerk("missing", "3B", "--said-no", "Pat Carer105", "--by", WHO)
    world.a_night(days=1)
    clerk("answer", "3B", DAYO, "--undo", "--by", WHO)
    clerk("answer", "3B", DAYO, "--not-a-parent", "--by", WHO)
    clerk("exempt", "--end", "2", "--by", WHO)
    clerk("hint", "4A", "D.", f"{HINT} again", "--by", OTHER_ADMIN)
    world.a_night(days=2)
    world.office.receive("3B.csv", a_list([*known, (DAYO, NEW), CHARLIE]))
    world.a_night(days=1)
    return world


def test_no_letter_to_a_volunteer_holds_a_word_of_it(year: World, sink: Sink):
    letters = [whole(message) for reader in (ADMIN, OTHER_ADMIN) for message in sink.to(reader)]

    assert len(letters) >= 4
    for letter in letters:
        for word in (REASON, HINT, WHO, NO_CHILD, "Pat Carer", "exempt", "Tola", "likely", "same person", "MIS"):
            assert word.casefold() not in letter.casefold(), word


def test_the_same_words_reach_the_office(year: World, sink: Sink):
    """So that the search above is known to find them."""
    everything = "\n".join(map(whole, sink.to(OFFICE)))

    for word in (REASON, HINT, WHO, NO_CHILD, "likely", "MIS"):
        assert word in everything


def test_a_volunteer_reads_the_one_sentence_and_nothing_beside_it(year: World, sink: Sink):
    first = text_of(sink.to(ADMIN)[0])

    assert "Not on the school's list for this group." in first
    assert "Zed Nobody, number ending 901" in first
