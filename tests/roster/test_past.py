"""What rolls say together: missing once is carried over, missing twice is gone and remembered."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roster.comparison import compare
from roster.names import name_of
from roster.past import Past
from roster.people import Contact, Pupil
from roster.policy import Policy
from roster.roll import Roll
from roster.scope import scope_of
from roster.snapshot import Snapshot
from roster.spans import Dated
from tests.builders import FEMI, OLA, TODAY, a_contact, a_list, a_member, a_phone, a_pupil, a_snapshot, a_tie
from tests.rolls_over_time import remembered_at, remembered_of

MON, TUE, WED, THU = (TODAY + timedelta(days=days) for days in range(4))
ADE, TOLA = a_pupil("Ade Bello"), a_pupil("Tola Bello", classes=["4A"], year=4)
OLA_OF_ADE = a_contact(ties=[a_tie(ADE)])
BOTH = a_snapshot(OLA_OF_ADE, a_contact("Femi Bello", FEMI, ties=[a_tie(TOLA, "Father")]))
ONLY_TOLA = a_snapshot(BOTH.contacts[1])


def keys(snapshot: Snapshot) -> list[str]:
    return [pupil.key for pupil in snapshot.pupils]


def shown(snapshot: Snapshot) -> list[str]:
    return [contact.shown for contact in snapshot.contacts]


def reason(
    remembered: tuple[Snapshot, Past], number: str = OLA, *, on: date = THU, group: str = "3B"
) -> tuple[str, ...]:
    """What becomes of whoever has a number, and the first fact."""
    snapshot, past = remembered
    (judged,) = compare(snapshot, [a_list(a_member("~ O", number), name=group)], on=on, past=past)
    (verdict,) = judged.verdicts
    return verdict.reason.name, *verdict.reason.evidence[:1]


def test_it_carries_over_whoever_is_missing_once():
    now, past = remembered_of((MON, BOTH), (TUE, ONLY_TOLA))

    assert now.pupils == BOTH.pupils
    assert shown(now) == ["Femi Bello", "Ola Bello"]
    assert past.formers == ()


def test_whoever_is_missing_twice_left_on_the_day_of_the_last_roll_that_had_them():
    remembered = remembered_of((MON, BOTH), (TUE, ONLY_TOLA), (WED, ONLY_TOLA))

    assert keys(remembered[0]) == ["Tola Bello"]
    assert reason(remembered) == ("all-children-left", "Ade Bello was last on the school's list on 22 November 2026")


def test_a_leaving_date_of_the_mis_is_kept():
    leaving = a_snapshot(a_contact(ties=[a_tie(replace(ADE, left_on=date(2026, 7, 17)))]), *ONLY_TOLA.contacts)

    remembered = remembered_of((MON, leaving), (TUE, ONLY_TOLA), (WED, ONLY_TOLA))

    assert reason(remembered) == ("all-children-left", "Ade Bello left on 17 July 2026")


def test_an_expected_leaving_date_is_no_later_than_the_list_had_the_child():
    leaving = a_snapshot(a_contact(ties=[a_tie(replace(ADE, left_on=date(2030, 7, 17)))]), *ONLY_TOLA.contacts)

    remembered = remembered_of((MON, leaving), (TUE, ONLY_TOLA), (WED, ONLY_TOLA))

    assert reason(remembered) == ("all-children-left", "Ade Bello was last on the school's list on 22 November 2026")


@pytest.mark.parametrize(
    "now",
    [replace(ADE, key="id z9"), replace(ADE, key="ade belo", called=name_of(full="Ade Belo"), name="Ade Belo")],
    ids=["new ids", "a spelling mended"],
)
def test_a_child_under_another_key_has_not_left(now: Pupil):
    """The father's number did not come along: he is asked about, and nothing says that his child has left."""
    father = a_contact("Femi Ojo", FEMI, ties=[a_tie(ADE, "Father")])
    mother = a_contact("Sade Cole", OLA, ties=[a_tie(now)])

    remembered = remembered_of(
        (MON, a_snapshot(father)), (TUE, a_snapshot(mother)), (WED, a_snapshot(mother)), (THU, a_snapshot(mother))
    )

    assert reason(remembered, FEMI)[0] == "possible-new-number"


def test_a_child_whom_a_roll_had_beside_another_of_the_name_is_not_that_one():
    other = replace(ADE, key="id z9")
    both = a_snapshot(OLA_OF_ADE, a_contact("Femi Ojo", FEMI, ties=[a_tie(other, "Father")]))
    one = a_snapshot(both.contacts[1])

    remembered = remembered_of((MON, both), (TUE, one), (WED, one))

    assert reason(remembered)[0] == "all-children-left"


def test_a_mother_missing_once_is_not_the_grandmother_who_shares_her_initial_and_the_landline():
    home = "01632 960111"
    mother = a_contact("Ola Bello", OLA, home, ties=[a_tie(ADE)])
    grandmother = a_contact("O Bello", home, ties=[a_tie(ADE, "Grandmother")])

    remembered = remembered_of((MON, a_snapshot(mother, grandmother)), (TUE, a_snapshot(grandmother)))

    assert reason(remembered)[0] == "carer-on-roll"


def test_two_rolls_of_one_day_are_missing_once():
    now, _ = remembered_of((MON, BOTH), (TUE, ONLY_TOLA), (TUE, ONLY_TOLA))

    assert keys(now) == ["Ade Bello", "Tola Bello"]


@pytest.mark.parametrize(
    ("facts", "gone"),
    [
        ({"accepted": True}, True),
        ({"accepted": False}, False),
        ({"accepted": True, "cut_short": True}, False),
    ],
)
def test_a_roll_proves_absence_if_it_was_accepted_and_is_whole(facts: dict[str, bool], gone: bool):
    rolls = [Dated(1, MON, accepted=True), Dated(2, TUE, **facts), Dated(3, WED)]

    now, _ = remembered_at(rolls, [BOTH, ONLY_TOLA, ONLY_TOLA])

    assert ("Ade Bello" not in keys(now)) is gone


def test_a_current_roll_cut_short_proves_nothing():
    rolls = [Dated(1, MON, accepted=True), Dated(2, TUE, accepted=True), Dated(3, WED, cut_short=True)]

    now, _ = remembered_at(rolls, [BOTH, ONLY_TOLA, ONLY_TOLA])

    assert keys(now) == ["Ade Bello", "Tola Bello"]


def test_the_same_roll_from_the_mis_on_another_day_is_a_further_day():
    rolls = [Dated(1, MON, accepted=True), Dated(2, TUE, confirmed_on=WED)]

    now, _ = remembered_at(rolls, [BOTH, ONLY_TOLA])

    assert keys(now) == ["Tola Bello"]


def test_an_old_file_sent_again_by_mistake_brings_nobody_back():
    rolls = [Dated(1, MON, accepted=True), *(Dated(at, TUE + timedelta(days=at), accepted=True) for at in (2, 3)),
             Dated(4, THU, again=True), Dated(5, THU + timedelta(days=3))]  # fmt: skip

    now, past = remembered_at(rolls, [BOTH, ONLY_TOLA, ONLY_TOLA, BOTH, ONLY_TOLA])

    assert keys(now) == ["Tola Bello"]
    assert [(former.since, former.until) for former in past.formers] == [(MON, MON)]


def test_whoever_comes_back_is_here_again():
    now, past = remembered_of((MON, BOTH), (TUE, ONLY_TOLA), (WED, ONLY_TOLA), (THU, BOTH))

    assert keys(now) == ["Ade Bello", "Tola Bello"]
    assert past.formers == ()


def test_a_new_number_stands_beside_the_old_one_once_and_then_alone():
    moved = a_snapshot(a_contact("Ola Bello", "07700 900130", ties=[a_tie(ADE)]))
    before = a_snapshot(OLA_OF_ADE)

    once = remembered_of((MON, before), (TUE, moved))
    twice = remembered_of((MON, before), (TUE, moved), (WED, moved))

    assert [set(one.phones) for one in once[0].contacts] == [{a_phone(), a_phone("07700 900130")}]
    assert [one.phones for one in twice[0].contacts] == [(a_phone("07700 900130"),)]
    assert reason(once) == ("carer-on-roll", "carer of Ade Bello (3B)")
    assert reason(twice)[0] == "possible-new-number"


def test_another_spelling_of_the_same_person_makes_no_former():
    spelt = a_snapshot(a_contact("Mrs O Bello", ties=[a_tie(ADE)]))

    now, past = remembered_of((MON, a_snapshot(OLA_OF_ADE)), (TUE, spelt), (WED, spelt))

    assert shown(now) == ["Mrs O Bello"]
    assert past.formers == ()


def test_a_contact_whom_the_roll_lost_twice_is_asked_about_while_the_child_is_here():
    gone = a_snapshot(pupils=[ADE])

    remembered = remembered_of((MON, a_snapshot(OLA_OF_ADE)), (TUE, gone), (WED, gone))

    assert shown(remembered[0]) == []
    assert reason(remembered)[0] == "possible-new-number"


def test_an_old_number_of_somebody_who_has_another_child_here_is_no_leavers():
    of_tola = a_snapshot(a_contact("Ola Bello", "07700 900130", ties=[a_tie(TOLA)], ids=["7"]))
    before = a_snapshot(a_contact(ties=[a_tie(ADE)], ids=["7"]))

    remembered = remembered_of((MON, before), (TUE, of_tola), (WED, of_tola))

    (former,) = remembered[1].with_phone(a_phone())
    assert {tie.pupil.key for tie in former.contact.ties} == {"Ade Bello", "Tola Bello"}
    assert reason(remembered)[0] == "possible-new-number"


def test_a_tie_is_missing_once_and_then_remembered():
    shared = a_snapshot(a_contact(ties=[a_tie(ADE), a_tie(TOLA)]))
    parted = a_snapshot(a_contact(ties=[a_tie(replace(TOLA, left_on=MON))]), pupils=[ADE])

    once = remembered_of((MON, shared), (TUE, parted))
    twice = remembered_of((MON, shared), (TUE, parted), (WED, parted))

    assert reason(once)[0] == "carer-on-roll"
    assert reason(twice)[0] == "possible-new-number"


def test_whose_carer_somebody_was_is_known_though_they_are_here_for_another_child():
    shared = a_snapshot(a_contact(ties=[a_tie(ADE), a_tie(TOLA)]))
    without_ade = a_snapshot(a_contact(ties=[a_tie(TOLA)]))

    _, past = remembered_of((MON, shared), (TUE, without_ade), (WED, without_ade))

    (former,) = past.formers
    assert {(tie.pupil.key, tie.pupil.left_on) for tie in former.contact.ties} == {
        ("Ade Bello", MON),
        ("Tola Bello", None),
    }
    assert (former.contact.phones, former.since, former.until) == ((a_phone(),), MON, MON)


def test_what_the_roll_says_counts_at_once():
    changed = replace(ADE, classes=frozenset({"5C"}), left_on=MON)
    now, _ = remembered_of(
        (MON, BOTH), (TUE, a_snapshot(a_contact(ties=[a_tie(changed, "Aunt", restricted=True)]), *ONLY_TOLA.contacts))
    )

    (ola,) = (one for one in now.contacts if one.shown == "Ola Bello")
    assert ola.ties == (a_tie(changed, "Aunt", restricted=True),)


def test_a_tie_carried_over_hides_no_restriction():
    restricted = a_contact("O Bello", "07700 900130", ties=[a_tie(ADE, restricted=True)], ids=["9"])
    before = a_snapshot(a_contact(ties=[a_tie(ADE)], ids=["7"]))

    remembered = remembered_of((MON, before), (TUE, a_snapshot(restricted)))

    assert reason(remembered)[0] == "restricted"


def test_a_pupil_without_an_id_who_moves_up_is_the_same_child():
    old = Pupil("name ade bello|2018-09-01|year 3|3b", "Ade Bello", name_of(full="Ade Bello"), 3, frozenset({"3B"}))
    new = replace(old, key="name ade bello|2018-09-01|year 4|4b", year=4, classes=frozenset({"4B"}))
    rolls = (MON, a_snapshot(a_contact(ties=[a_tie(old)]))), (TUE, a_snapshot(a_contact(ties=[a_tie(new)])))

    now, past = remembered_of(*rolls)

    assert now.pupils == (new,)
    assert now.contacts[0].ties == (a_tie(new),)
    assert past.formers == ()


def test_two_namesakes_without_a_birthday_are_not_taken_for_each_other():
    old = Pupil("name ade bello||year 3|3b", "Ade Bello", name_of(full="Ade Bello"), 3, frozenset({"3B"}))
    other = replace(old, key="name ade bello||year 5|5b", year=5)
    stays = a_snapshot(pupils=[other])

    now, _ = remembered_of((MON, a_snapshot(a_contact(ties=[a_tie(old)]), pupils=[other])), (TUE, stays))

    assert keys(now) == [old.key, other.key]


def test_a_leaver_who_is_remembered_is_told_from_a_stranger():
    remembered = remembered_of((MON, BOTH), (TUE, ONLY_TOLA), (WED, ONLY_TOLA))

    assert reason(remembered, "07700 900999")[0] == "not-on-roll"


CHILDREN = tuple(a_pupil(name, classes=[form]) for name in ("Ade Bello", "Tola Bello", "Femi Cole") for form in ("3B",))
people = st.builds(
    lambda name, numbers, children, restricted: a_contact(
        name, *numbers, ties=[a_tie(child, restricted=restricted) for child in children]
    ),
    st.sampled_from(["Ola Bello", "O Bello", "Femi Cole", "Sade Bello"]),
    st.lists(st.sampled_from([OLA, FEMI, "07700 900130"]), min_size=1, max_size=2, unique=True),
    st.lists(st.sampled_from(CHILDREN), min_size=1, max_size=2, unique=True),
    st.booleans(),
)
any_roll = st.lists(people, max_size=3).map(lambda found: a_snapshot(*dict.fromkeys(found)))
over_time = st.lists(any_roll, min_size=2, max_size=5)


def days(rolls: list[Snapshot]) -> list[tuple[date, Snapshot]]:
    return [(MON + timedelta(days=at), roll) for at, roll in enumerate(rolls)]


@given(rolls=over_time)
def test_nothing_that_the_roll_has_is_lost(rolls: list[Snapshot]):
    now, _ = remembered_of(*days(rolls))

    assert set(rolls[-1].pupils) <= set(now.pupils)
    for contact in rolls[-1].contacts:
        assert any(_contains(kept, contact) for kept in now.contacts)


@given(rolls=over_time)
def test_nobody_is_present_whom_neither_of_the_last_two_rolls_had(rolls: list[Snapshot]):
    now, _ = remembered_of(*days(rolls))

    last_two = rolls[-2:]
    assert set(now.pupils) <= {pupil for roll in last_two for pupil in roll.pupils}
    assert _numbers(now) <= {number for roll in last_two for number in _numbers(roll)}
    assert _ties(now) <= {tie for roll in last_two for tie in _ties(roll)}


@given(rolls=over_time)
def test_no_former_is_without_a_child_and_no_restriction_is_hidden(rolls: list[Snapshot]):
    now, past = remembered_of(*days(rolls))

    roll, scope = Roll(now, THU, past), scope_of("3B", now.pupils, THU)
    assert all(former.contact.ties for former in past.formers)
    for contact in rolls[-1].contacts:
        if any(tie.restricted for tie in contact.ties):
            held = [one for phone in contact.phones for one in roll.with_phone(phone)]
            assert any(tie.restricted and scope.includes(tie.pupil) for one in held for tie in one.ties)


@given(rolls=over_time, number=st.sampled_from([OLA, FEMI, "07700 900130"]))
def test_whoever_the_roll_alone_lets_stay_stays(rolls: list[Snapshot], number: str):
    alone = _standing(remembered_of(*days(rolls)[-1:]), number)

    together = _standing(remembered_of(*days(rolls)), number)

    if alone in {"belongs", "query"}:
        assert together in {"belongs", "query"}


def _standing(remembered: tuple[Snapshot, Past], number: str) -> str:
    snapshot, past = remembered
    (judged,) = compare(snapshot, [a_list(a_member("~ O", number))], on=THU, past=past, policy=Policy())
    return judged.verdicts[0].standing.value


def _contains(kept: Contact, contact: Contact) -> bool:
    same = kept.shown == contact.shown and kept.names == contact.names
    return same and set(contact.phones) <= set(kept.phones) and set(contact.ties) <= set(kept.ties)


def _numbers(snapshot: Snapshot) -> set[str]:
    return {phone.e164 for contact in snapshot.contacts for phone in contact.phones}


def _ties(snapshot: Snapshot) -> set[tuple[str, str]]:
    return {(name.family[-1], tie.pupil.key) for one in snapshot.contacts for name in one.names for tie in one.ties}
