"""What the office says of columns: to text and back, kept under the headings, refused where it would be unsafe."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from roster.columns import PUPIL, understand
from roster.errors import RosterError
from roster.mapping import Entry, Kept, Mapping, UnusableMapping, checked, fingerprint, mapping_of, texts_of
from roster.mapping_text import WORDS, as_toml, from_toml, in_words
from roster.normalise import normalise
from roster.sketch import GUESS, sketch
from roster.vocabulary import Field
from tests.builders import TODAY, an_export
from tests.roster.test_columns import LAYOUTS

NAME = Entry("Pupil", Field.FULL)
PHONE = Entry("Mobile", Field.PHONE, 0)
DRAWN = """
    Pupil      | Class | Leavng date | Contact    | Mobile       | Ring me on   | Photo consent
    Ade Bello  | 3B    | 17/07/2026  | Ola Bello  | 07700 900123 | 07700 900555 | yes
    Tola Bello | 3B    |             | Femi Bello | 07700 900124 | 07700 900556 | no
"""


def a_mapping(*more: Entry) -> Mapping:
    return Mapping((NAME, PHONE, *more))


def toml(*columns: str, more: str = "") -> str:
    return "\n".join(("\n".join(f"[[column]]\n{column}\n" for column in columns), more))


PUPIL_COLUMN = 'heading = "Pupil"\nholds = "whole name"\nof = "pupil"'
PHONE_COLUMN = 'heading = "Mobile"\nholds = "telephone"\nof = "contact 1"'


@pytest.mark.parametrize("name", LAYOUTS)
def test_it_reads_columns_just_as_the_plan_it_was_made_of(name: str):
    plan = understand(LAYOUTS[name].split(","))

    told = from_toml(as_toml(mapping_of(plan))).plan("as you say")

    assert told.columns == plan.columns
    assert [slot.relation for slot in told.slots] == [slot.relation for slot in plan.slots]
    assert (told.unread, told.headings, told.width) == (plan.unread, plan.headings, plan.width)
    assert told.confirmed == "as you say"


def test_every_word_of_the_vocabulary_can_be_said():
    assert set(WORDS.values()) == set(Field)


@example(["\x7f", "\u2028", '"'], "\x00\n# ")
@given(st.lists(st.text(), min_size=1, max_size=4), st.text())
def test_any_heading_and_any_sample_survive_the_text(headings: list[str], remark: str):
    mapping = a_mapping(*map(Entry, headings))

    assert from_toml(as_toml(mapping, [remark] * len(mapping.entries))) == mapping


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (["Pupil", "Mobile No"], ["pupil", "MOBILE_NO."]),
        (["Pupil", "Mobile"], ["Pupil", "Mobile", "", ""]),
    ],
)
def test_headings_are_the_same_however_they_are_written(one: list[str], other: list[str]):
    assert fingerprint(one) == fingerprint(other)


@pytest.mark.parametrize(
    "other", [["Mobile", "Pupil"], ["Pupil"], ["Pupil", "Mobile", "Mobile"], ["Pupil", "", "Mobile"]]
)
def test_other_headings_are_others(other: list[str]):
    assert fingerprint(["Pupil", "Mobile"]) != fingerprint(other)


def test_a_plan_has_the_fingerprint_of_its_headings():
    plan = understand(["Pupil", "", "Photo consent", "Mobile", ""])

    assert (
        fingerprint(texts_of(plan))
        == mapping_of(plan).fingerprint
        == fingerprint(["pupil", "", "photoconsent", "mobile"])
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[column]\n", "line 1"),
        (f"{toml(PUPIL_COLUMN)}\nof = pupil", "line 7"),
        (f"a = {'[' * 100_000}", "too many brackets"),
        ("x" * 5_000_000, "far too long"),
        ("", "no mapping"),
        ("column = 3", "no mapping"),
        ("column = [3]", "Column A must have texts"),
        (toml("holds = 3"), "Column A must have texts"),
        (toml('holds = "telephone"'), "lacks heading or holds"),
        (toml(f"{PHONE_COLUMN}\nheding = 'x'"), "has heding"),
        (toml(PUPIL_COLUMN, PHONE_COLUMN, more="[relation]"), "it has relation"),
        (
            toml(PUPIL_COLUMN, 'heading = "Mobile"\nholds = "phone"'),
            'Column B ("Mobile") holds "phone"; the words are id',
        ),
        (toml(PUPIL_COLUMN, 'heading = "Mobile"\nholds = "telephone"'), "is of nothing"),
        (toml(PUPIL_COLUMN, 'heading = "Mobile"\nholds = "telephone"\nof = "contact 0"'), 'is of "contact 0"'),
        (toml(PUPIL_COLUMN, 'heading = "Mobile"\nholds = "telephone"\nof = "contact ٣"'), "is of"),
        (toml(PUPIL_COLUMN, 'heading = "Mobile"\nholds = "telephone"\nof = "contact 99999999999"'), "is of"),
        (toml(PUPIL_COLUMN, PHONE_COLUMN, more='[relations]\n"contact 7" = "mother"'), "Under [relations]"),
        (toml(PUPIL_COLUMN, PHONE_COLUMN, more='[relations]\n"contact 1" = 3'), "Under [relations]"),
        (toml('heading = "\\u001b[2JPupil"\nholds = "x"'), 'Column A ("[2JPupil")'),
    ],
    ids=lambda text: text[:20],
)
def test_it_says_what_is_wrong_with_a_text(text: str, said: str):
    with pytest.raises(UnusableMapping) as caught:
        from_toml(text)

    assert said.casefold() in caught.value.sentence.casefold()
    assert "\x1b" not in caught.value.sentence


@pytest.mark.parametrize(
    ("entries", "said"),
    [
        ((NAME,), "a contact's telephone"),
        ((PHONE,), "the pupil's name"),
        ((Entry("Pupil"), Entry("Mobile")), "a contact's telephone and the pupil's name"),
        (
            (NAME, PHONE, Entry("Left", Field.LEFT, 0)),
            'Column C ("Left") holds a leaving date: that is always the pupil\'s',
        ),
        ((NAME, Entry("Mobile", Field.PHONE)), "say which contact's"),
    ],
)
def test_it_refuses_columns_that_recognise_nobody_or_would_be_about_somebody_else(
    entries: tuple[Entry, ...], said: str
):
    with pytest.raises(UnusableMapping) as caught:
        checked(Mapping(entries))

    assert said in caught.value.advice


def test_it_numbers_contacts_as_it_likes():
    plan = a_mapping(Entry("Dad", Field.PHONE, 4)).plan("as you say")

    assert [column.who for column in plan.columns] == [PUPIL, 0, 1]
    assert len(plan.slots) == 2


def test_a_number_in_a_column_that_is_not_read_still_protects():
    from dataclasses import replace

    export = an_export("""
        Pupil     | Class | Contact   | Mobile       | Anything else
        Ade Bello | 3B    | Ola Bello | 07700 900123 | Gran is on 07700 900555
    """)
    mapping, _ = sketch(export.plan, export.lines)

    snapshot, _ = normalise(replace(export, plan=mapping.plan("as you say")))

    assert [phone.ending(3) for gap in snapshot.gaps for phone in gap.phones] == ["555"]


def test_a_sketch_takes_guesses_for_right_and_says_that_they_are_guesses():
    export = an_export(DRAWN)

    mapping, remarks = sketch(export.plan, export.lines)

    assert [entry.holds for entry in mapping.entries][2:] == [
        Field.LEFT, Field.FULL, Field.PHONE, Field.PHONE, Field.IGNORED,
    ]  # fmt: skip
    assert [GUESS in remark for remark in remarks] == [False, False, True, False, False, True, False]
    assert "nobody knows this heading" in remarks[6]


def test_a_sketch_shows_values_and_no_whole_number():
    export = an_export(DRAWN)

    _, remarks = sketch(export.plan, export.lines)

    assert '"07700 9•••23"' in remarks[4]
    assert "900123" not in " ".join(remarks)


def test_it_tells_in_words_what_is_read_and_since_when():
    mapping = a_mapping(Entry("Photo"))

    assert in_words(mapping) == ('A "Pupil": whole name of pupil', 'B "Mobile": telephone of contact 1')
    assert Kept(mapping, TODAY).said == "as confirmed on 22 November 2026"


def test_an_unusable_mapping_is_an_error_a_person_can_mend():
    assert issubclass(UnusableMapping, RosterError)
