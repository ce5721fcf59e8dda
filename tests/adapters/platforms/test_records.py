"""Lists that programs write as JSON: each is told by its shape, and nothing but the members is read of it."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.discovery import found_in
from adapters.platforms import records
from adapters.platforms.inside import lists_inside, lists_of
from adapters.platforms.persons.jids import number_in
from adapters.platforms.reader import RecordFormat
from roster.errors import RosterError, UnreadableList
from roster.groups import Completeness, Member, MemberList, Shown
from tests.builders import an_upload

FORMATS = tuple(found_in(records, RecordFormat))
FIXTURES = sorted(
    path
    for path in (Path(__file__).parent / "fixtures").glob("*.json")
    if path.name.partition("--")[0] in {one.name for one in FORMATS}
)
OLA, FEMI = "447700900123", "447700900124"
GROUP = "120363000000000001@g.us"
LEFT_BEHIND = (
    "gate", "1234.", "AbCd", "chat.whatsapp", "signal.group", "invite", "At work", "x.jpg", "secret", "gate", "Private",
    "900999", "900998", "Old", "CON1", "ios", "DisplayName", "imgUrl", "desc",
)  # fmt: skip


def lists(document: Any, name: str = "members.json") -> tuple[MemberList, ...]:
    return lists_of(an_upload(document if isinstance(document, str) else json.dumps(document), name))


def members(document: Any) -> tuple[Member, ...]:
    (listed,) = lists(document)
    return listed.members


def a_group(*people: Any, **facts: Any) -> dict[str, Any]:
    return {"id": GROUP, "subject": "3B", "participants": list(people), **facts}


def ola(**facts: Any) -> dict[str, Any]:
    return {"id": f"{OLA}@s.whatsapp.net", "admin": None, **facts}


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.name)
def test_one_format_and_no_other_claims_a_file(path: Path):
    document = json.loads(path.read_bytes())

    assert [one.name for one in FORMATS if one.claims(document)] == [path.name.partition("--")[0]]


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.name)
def test_of_a_file_nothing_leaves_but_its_members(path: Path):
    told = json.dumps(lists_inside(an_upload(path.read_bytes(), "list.json"), hurry=False, region="GB"))

    assert not [word for word in LEFT_BEHIND if word in told]


@pytest.mark.parametrize("name", ["telethon--members.csv", "telethon-with-numbers--members.csv"])
def test_of_a_telegram_scripts_table_no_key_and_no_id_leaves(name: str):
    content = (Path(__file__).parent / "fixtures" / name).read_bytes()

    told = json.dumps(lists_inside(an_upload(content, "members.csv"), hurry=False, region="GB"))

    assert b"89010312997761" in content
    assert not [word for word in ("8901031299776", "12345679", "1234567", "900999", "1001") if word in told]


KEYS = (
    "id", "admin", "isAdmin", "role", "pn", "lid", "phoneNumber", "username", "jid", "JID", "IsAdmin", "is_admin", "phone",
    "wa_participant_id", "number", "uuid", "display_name", "name",
)  # fmt: skip
GROUPS_KEYS = (
    "subject",
    "groupId",
    "isMember",
    "pendingMembers",
    "exported_on",
    "exported_by",
    "name",
    "size",
    "phone",
)


@given(
    st.lists(st.dictionaries(st.sampled_from(KEYS), st.sampled_from([f"{OLA}@c.us", "1@lid", True, None, {"_serialized": f"{OLA}@c.us"}])), max_size=3),
    st.dictionaries(st.sampled_from(GROUPS_KEYS), st.just("x")),
    st.sampled_from([None, "participants", "Participants", "members"]),
)  # fmt: skip
def test_no_two_formats_claim_one_file(people: list[Any], facts: dict[str, Any], where: str | None):
    document = people if where is None else {**facts, where: people}

    assert len([one.name for one in FORMATS if one.claims(document)]) <= 1


@pytest.mark.parametrize("wrapped", [
    lambda group: group, lambda group: [group], lambda group: {GROUP: group}, lambda group: {"data": group},
    lambda group: {"success": True, "data": [group]}, lambda group: {"groupMetadata": {GROUP: group}},
    lambda group: {"status": "ok", "response": {"groups": [group]}}, lambda group: {"jsonrpc": "2.0", "result": [group]},
])  # fmt: skip
def test_a_group_may_be_wrapped(wrapped: Any):
    assert [(one.name, len(one.members)) for one in lists(wrapped(a_group(ola())))] == [("3B", 1)]


def test_a_chat_lends_its_name_to_the_group_in_it():
    assert lists({"name": "3B", "groupMetadata": {"participants": [ola()]}})[0].name == "3B"


def test_without_a_name_the_file_names_the_group():
    found = lists(
        [{"participants": [ola()]}, {"participants": [ola()]}, {"participants": [ola()], "name": "  "}], "5A.json"
    )

    assert [one.name for one in found] == ["5A", "5A (2)", "5A (3)"]


@pytest.mark.parametrize("document", [
    [{"id": {"_serialized": f"{OLA}@c.us"}, "name": "Ola", "isMyContact": True}],
    [{"id": {"_serialized": f"{OLA}@c.us"}, "name": "Ola", "isGroup": False}],
    [{"id": f"{OLA}@s.whatsapp.net", "notify": "Ola"}], {f"{OLA}@s.whatsapp.net": {"id": f"{OLA}@s.whatsapp.net", "notify": "Ola"}},
    [{"Query": f"+{OLA}", "JID": f"{OLA}@s.whatsapp.net", "IsIn": True}], {"results": {"data": [{"jid": f"{OLA}@s.whatsapp.net", "name": "Ola"}]}},
    [{"id": "ola@example.org", "role": "admin"}], [{"id": 5, "admin": True}], [{"id": "5", "isAdmin": True}],
    [{"lid": "1@lid", "pn": f"{OLA}@c.us"}], [{"phone": OLA, "name": "Ola"}], [OLA], {"members": [{"number": f"+{OLA}"}]},
    {"contacts": {"list": [{"phone_number": f"+{OLA}"}]}}, {GROUP: {"id": GROUP, "subject": "3B"}}, a_group(), {"participants": 5},
    {"participants": [None, 5, []]}, {"participants": {"id": f"{OLA}@c.us", "admin": True}}, [], {}, [[ola()]], {"lastMessage": a_group(ola())},
])  # fmt: skip
def test_what_is_no_list_of_a_groups_members_is_refused(document: Any):
    with pytest.raises(UnreadableList) as caught:
        lists(document)

    assert caught.value.file == "members.json"
    assert "900" not in caught.value.sentence


@pytest.mark.parametrize(("jid", "number"), [
    (f"{OLA}@s.whatsapp.net", f"+{OLA}"), (f"{OLA}@c.us", f"+{OLA}"), (f"{OLA}:12@s.whatsapp.net", f"+{OLA}"), (f"{OLA}.0:3@s.whatsapp.net", f"+{OLA}"),
    (f"{OLA}_1:3@C.US", f"+{OLA}"), (f"{OLA}@hosted", f"+{OLA}"), (OLA, f"+{OLA}"), (f"+{OLA}", f"+{OLA}"), ("+44 7700 900123", f"+{OLA}"),
    ("07700 900123", f"+{OLA}"), ("4790012345", "+4790012345"), ("12025550123", "+12025550123"), ("5511999999999@c.us", "+5511999999999"),
    (f"{OLA}@lid", None), (f"{OLA}:1@lid", None), (f"{OLA}@hosted.lid", None), (f"{OLA}@bot", None), (f"{OLA}@msgr", None), (f"{OLA}@interop", None),
    (f"{OLA}@g.us", None), (f"{OLA}@broadcast", None), (f"{OLA}@newsletter", None), (f"{OLA}@", None), (f"@{OLA}", None), (f"{OLA}@example.org", None),
    ("123456789012345", None), ("1234567890123456789", None), ("00000", None), ("0x4477", None), ("44770-0900-1234-5678-900123456789", None),
    ("07700900-1230-4000-8000-000000000003", None), ("a7700900-123b-4000-8000-000000000003", None), (f"{OLA}@s.whatsapp.net@lid", None),
])  # fmt: skip
def test_it_tells_a_number_from_an_id(jid: str, number: str | None):
    read = number_in(jid, "GB")

    assert (read.phone.e164 if read.phone else None) == number
    assert read.shown is (Shown.NUMBER if number else Shown.UNUSABLE)


def test_bare_digits_as_long_as_an_id_may_be_a_number_and_are_none_for_sure():
    (member,) = members({"participants": [{"phone": "5511999999999", "isAdmin": False}]})

    assert (member.phone, member.shown) == (None, Shown.UNUSABLE)
    assert [phone.e164 for phone in member.more_phones] == ["+5511999999999"]


@pytest.mark.parametrize("text", [f"{OLA}@lid", "123456789012345@lid", "423456789012@lid"])
def test_an_id_is_nobodys_number_in_any_way(text: str):
    (member,) = members(a_group({"id": text, "admin": None}))

    assert (member.phones, member.shown, member.shown_as) == ((), Shown.UNUSABLE, text)


@pytest.mark.parametrize(("person", "shown_as", "name"), [
    (ola(name="Ola B", notify="Oo", verifiedName="Bello Ltd"), "Ola B", "Ola B / Bello Ltd / Oo"), (ola(notify="Oo"), "Oo", "Oo"), (ola(name="", notify=" "), f"+{OLA}", ""),
    (ola(notify="+44∙∙∙∙∙∙23"), f"+{OLA}", ""), (ola(notify="+44 7700 900999"), f"+{OLA}", ""), (ola(notify="🌸"), "🌸", "🌸"),
    (ola(username="ola.b"), f"+{OLA}", ""), ({"id": "1234567890123@lid", "admin": None, "username": "ola.b"}, "ola.b", ""),
    ({"id": "1234567890123@lid", "admin": None, "username": "ola.b", "notify": "Ola"}, "Ola", "Ola"), (ola(name=["Ola"], notify={"x": 1}), f"+{OLA}", ""),
])  # fmt: skip
def test_it_shows_a_name_or_a_number_or_a_username(person: Any, shown_as: str, name: str):
    (member,) = members(a_group(person))

    assert (member.shown_as, member.name) == (shown_as, name)


@pytest.mark.parametrize(("facts", "admin"), [
    ({"admin": "admin"}, True), ({"admin": "superadmin"}, True), ({"admin": None}, False), ({"isAdmin": True}, True),
    ({"isSuperAdmin": True}, True), ({"isAdmin": False, "isSuperAdmin": False}, False), ({"admin": "false"}, False), ({"admin": 1}, False),
    ({"admin": {"x": True}}, False), ({"admin": True}, True),
])  # fmt: skip
def test_it_hears_who_is_an_admin(facts: dict[str, Any], admin: bool):
    assert members(a_group({"id": f"{OLA}@c.us", **facts}))[0].admin is admin


@pytest.mark.parametrize(("size", "said"), [(2, 2), (31, 31), (0, None), (-1, None), (True, None), ("2", None), (2.5, None), (10**30, None), (None, None)])  # fmt: skip
def test_it_hears_how_many_there_are(size: Any, said: int | None):
    assert lists(a_group(ola(), size=size))[0].said == said


@pytest.mark.parametrize(
    "entry", [None, 5, [], {}, {"id": None}, {"id": ""}, {"id": [1]}, {"id": {"user": 5}}, {"id": True}]
)
def test_an_entry_that_names_nobody_leaves_nobody_gone(entry: Any):
    (listed,) = lists(a_group(ola(), entry))

    assert len(listed.members) == 1
    assert listed.completeness is Completeness.PARTIAL
    assert "1 entry in this list names nobody" in listed.problems[0].message


def test_somebody_listed_twice_counts_once():
    (listed,) = lists(
        a_group(
            ola(), {"id": "1@lid", "phoneNumber": f"{OLA}:3@s.whatsapp.net"}, {"id": "1@lid"}, {"id": "1@lid"}, size=3
        )
    )

    assert [one.row for one in listed.members] == [1, 3]
    assert "2 entries are of somebody listed before" in listed.problems[0].message


def test_somebody_listed_with_a_number_and_without_is_one():
    assert len(members(a_group({"id": "1@lid", "phoneNumber": f"{OLA}@s.whatsapp.net"}, {"id": "1@lid"}))) == 1


def test_two_people_of_one_name_are_two():
    assert len(members(a_group({"id": "1@lid", "notify": "Jo"}, {"id": "2@lid", "notify": "Jo"}))) == 2


def test_two_numbers_of_one_person_are_both_kept():
    (member,) = members(a_group(ola(phoneNumber=f"{FEMI}@s.whatsapp.net")))

    assert {phone.e164 for phone in member.phones} == {f"+{OLA}", f"+{FEMI}"}


def test_a_group_that_lists_nobody_is_no_empty_group():
    (listed,) = lists(
        [a_group(ola()), a_group(), {"id": "120363000000000002@g.us", "subject": "5A"}, {"id": f"{FEMI}@c.us"}]
    )

    assert listed.name == "3B"
    assert "2 further groups in this file list nobody" in listed.problems[0].message


@pytest.mark.parametrize("text", [
    "[" * 100_000, '{"a":' * 100_000, '{"id": "1@g.us", "subject": "3B", "participants": [' + "[" * 5_000 + "]" * 5_000 + "]}",
    '{"participants": [{"id": "1@lid", "admin": NaN}', '[{"id": ' + "9" * 6_000 + ', "admin": null}]', '{"participants": [{"id": "1@lid"',
    '[{"id": NaN, "admin": Infinity}]', '{"data":' * 900 + "1" + "}" * 900, "[" + '{"data":[' * 400 + "1" + "]}" * 400 + "]",
], ids=range(9))  # fmt: skip
def test_hostile_json_is_refused_in_one_sentence(text: str):
    with pytest.raises(RosterError) as caught:
        lists(text)

    assert caught.value.file == "members.json"


def test_of_a_key_said_twice_the_last_counts():
    assert members(
        '{"subject": "3B", "participants": [], "participants": [{"id": "1@lid", "id": "447700900123@c.us", "admin": null}]}'
    )[0].phone


def test_a_large_group_is_read():
    people = [{"id": f"{447700000000 + at}@c.us", "admin": None} for at in range(20_000)]

    assert len(members(a_group(*people))) == 20_000


def test_a_file_without_end_is_refused_at_once():
    with pytest.raises(UnreadableList) as caught:
        lists([a_group(*[ola()] * 30_000), a_group(*[ola()] * 30_000)])

    assert "more people than any group" in caught.value.headline


LEAVES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=3)
    | st.sampled_from([f"{OLA}@c.us", "1@lid", GROUP, "left"])
)


@given(
    st.recursive(
        LEAVES,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*KEYS, *GROUPS_KEYS, GROUP, "participants", "Participants", "members", "data", "groupMetadata", "admins", "user", "server", "_serialized", "Error", "x"]), inner, max_size=6),
        max_leaves=30,
    )
)  # fmt: skip
def test_any_json_is_read_or_refused(document: Any):
    try:
        found = lists(document)
    except RosterError:
        return

    assert all(one.shown_as for listed in found for one in listed.members)


@given(
    st.sampled_from([json.loads(path.read_bytes()) for path in FIXTURES]), st.integers(0, 10_000), LEAVES | st.lists(LEAVES, max_size=2),
)  # fmt: skip
def test_one_odd_value_anywhere_does_no_harm(document: Any, which: int, value: Any):
    text = json.dumps(document)
    places = [at for at, char in enumerate(text) if char == ":" and text[at + 1 : at + 3] in {' "', " t", " f", " n"}]
    at = places[which % len(places)]
    rest = json.JSONDecoder().raw_decode(text[at + 2 :])[1]

    try:
        lists(text[: at + 2] + json.dumps(value) + text[at + 2 + rest :])
    except RosterError:
        return
