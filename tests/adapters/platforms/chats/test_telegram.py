"""Chat exports of Telegram Desktop: who came, went and wrote, and not a word of what was said."""

import json
import tracemalloc
from io import BytesIO
from pathlib import Path
from traceback import format_exception
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.platforms.chats.reduced import from_cells
from adapters.platforms.chats.telegram import logs_inside
from adapters.platforms.logs import list_of
from roster.chat_log import ChatLog, What
from roster.errors import RosterError, UnreadableFile, UnreadableList
from roster.groups import MemberList

SAMPLES = Path(__file__).parents[5] / "shared" / "samples" / "lists" / "telegram"
SECRET = "the gate code is 1234"


def wrote(name: str | None, identity: object = "user1", **facts: Any) -> dict[str, Any]:
    return {
        "type": "message",
        "date": "2026-11-22T09:15:01",
        "from": name,
        "from_id": identity,
        "text": SECRET,
        **facts,
    }


def notice(action: str, actor: str | None = "Ola", identity: str = "user1", **facts: Any) -> dict[str, Any]:
    return {"type": "service", "date": "2026-11-22T09:15:01", "actor": actor, "actor_id": identity, "action": action, "text": "", **facts}  # fmt: skip


def an_export(*messages: Any, name: str | None = "3B", kind: str | None = "private_supergroup") -> dict[str, Any]:
    return {"name": name, "type": kind, "id": 1, "messages": list(messages)}


def logs(export: Any) -> list[ChatLog]:
    content = export if isinstance(export, bytes) else json.dumps(export, ensure_ascii=False).encode()
    found = logs_inside("result.json", BytesIO(content))
    assert found is not None
    return [from_cells(one) for one in json.loads(json.dumps(found))]


def log(*messages: Any) -> ChatLog:
    (found,) = logs(an_export(*messages))
    return found


def events(*messages: Any) -> list[tuple[int, What, tuple[str, ...], str, int]]:
    return [(one.line, one.what, one.people, one.by, one.others) for one in log(*messages).events]


def listed(*messages: Any) -> MemberList:
    return list_of(log(*messages), stem="result", region="GB")


def here(*messages: Any) -> list[tuple[str, str]]:
    return [(member.shown_as, member.presence.value) for member in listed(*messages).members]


def gone(*messages: Any) -> list[str]:
    return [member.shown_as for member in listed(*messages).gone]


@pytest.mark.parametrize(("message", "told"), [
    (notice("create_group", title="3B", members=["Ola", "Femi"]), (1, What.CAME, ("Ola", "Femi"), "Ola", 0)),
    (notice("create_channel", title="3B"), (1, What.CAME, ("Ola",), "", 0)),
    (notice("invite_members", members=["Femi", "Tola"]), (1, What.CAME, ("Femi", "Tola"), "Ola", 0)),
    (notice("invite_members", members=["Femi", None, ""]), (1, What.CAME, ("Femi",), "Ola", 2)),
    (notice("remove_members", members=["Femi"]), (1, What.WENT, ("Femi",), "Ola", 0)),
    (notice("remove_members", members=["Ola"]), (1, What.WENT, ("Ola",), "Ola", 0)),
    (notice("join_group_by_link", inviter="Group"), (1, What.CAME, ("Ola",), "", 0)),
    (notice("join_group_by_request"), (1, What.CAME, ("Ola",), "", 0)),
])  # fmt: skip
def test_it_hears_who_came_and_who_went(message: dict[str, Any], told: tuple[Any, ...]):
    assert events(message) == [told]


def test_whoever_makes_a_group_without_being_named_in_it_is_in_it():
    assert here(notice("create_group", title="3B", members=["Femi"])) == [("Ola", "in"), ("Femi", "in")]


@pytest.mark.parametrize(
    "action", ["pin_message", "invite_to_group_call", "migrate_to_supergroup", "edit_group_photo", "topic_created"]
)
def test_whoever_does_something_may_be_in_the_group_and_nobody_else(action: str):
    message = notice(action, members=["Charlie"], title="Charlie")

    assert events(message) == []
    assert here(message) == [("Ola", "may be")]
    assert log(message).unread == ()


def test_a_notice_that_it_does_not_know_is_reported():
    assert log(wrote("Ola"), notice("banish_members", members=["Femi"])).unread == (2,)


def test_it_knows_a_sender_by_the_first_and_the_last_message():
    found = log(wrote("Ola"), wrote("Femi", "user2"), wrote("Ola"), wrote("Ola"))

    assert [(one.token, one.first, one.last) for one in found.senders] == [("Ola", 1, 4), ("Femi", 2, 2)]
    assert found.messages == 4


def test_two_people_of_one_name_stay_two_and_neither_goes_with_the_other():
    chat = (
        wrote("Jo Bello", "user1"),
        wrote("jo bello", "user2"),
        notice("remove_members", "Ola", "user3", members=["Jo Bello"]),
    )

    assert here(*chat) == [("Jo Bello (user1)", "may be"), ("jo bello (user2)", "may be"), ("Ola", "may be")]
    assert gone(*chat) == []
    assert log(*chat).unsure == (3,)
    assert {member.name for member in listed(*chat).members} == {"Jo Bello (user1)", "jo bello (user2)", "Ola"}


def test_of_a_name_that_was_added_twice_nobody_goes_for_sure():
    added = notice("invite_members", members=["Jo"])

    assert gone(added, added, notice("remove_members", members=["Jo"])) == []
    assert gone(notice("join_group_by_link", "Jo", "user5"), added, notice("remove_members", members=["Jo"])) == []
    assert gone(added, notice("remove_members", members=["Jo"]), added, notice("remove_members", members=["Jo"])) == [
        "Jo"
    ]


def test_somebody_renamed_is_one_person():
    assert here(wrote("Jo", "user1"), wrote("Jo Bello", "user1")) == [("Jo Bello", "may be")]


def test_whoever_left_and_wrote_again_is_back():
    left = notice("remove_members", "Femi", "user2", members=["Femi"])

    assert gone(wrote("Femi", "user2"), left) == ["Femi"]
    assert here(wrote("Femi", "user2"), left, wrote("Femi", "user2")) == [("Femi", "may be")]


def test_a_deleted_account_is_counted_once_and_not_named():
    found = log(wrote(None, "user9"), wrote(None, "user9"), wrote("Ola"))

    assert [(one.line, one.people, one.others) for one in found.events] == [(1, (), 1)]
    assert [one.token for one in found.senders] == ["Ola"]


@pytest.mark.parametrize("identity", ["channel123", "chat123", 8589934593, 2**70])
def test_a_group_that_speaks_for_itself_is_nobody(identity: object):
    assert here(wrote("3B", identity), wrote("Ola")) == [("Ola", "may be")]


def test_an_id_may_be_a_number_as_in_old_exports():
    assert here(wrote("Jo", 77), wrote("Jo", "user77"), wrote("Jo", "user78")) == [
        ("Jo (user77)", "may be"),
        ("Jo (user78)", "may be"),
    ]


def test_without_ids_the_name_is_the_person():
    bare = {"type": "message", "from": "Ola", "text": SECRET}

    assert here(bare, bare) == [("Ola", "may be")]


def test_nobody_can_pass_for_whoever_exported():
    assert [member.own for member in listed(wrote("\0own")).members] == [False]


def test_the_group_is_called_what_it_is_called_now():
    renamed = notice("edit_group_title", title="3B 2026")

    assert log(renamed).name == "3B"
    assert logs(an_export(renamed, name=None))[0].name == "3B 2026"


def test_it_knows_of_which_moment_it_is():
    chat = log(
        wrote("Ola", date="2026-11-22T09:15:01"), wrote("Ola", date="2026-11-23T10:00:00"), wrote("Ola", date="?")
    )

    assert str(chat.as_of) == "2026-11-23 10:00:00"
    assert log(wrote("Ola", date="2026-11-22T09:15:01+02:00")).as_of == log(wrote("Ola")).as_of
    assert log(wrote("Ola", date=5)).as_of is None


def everything(*chats: Any, **more: Any) -> dict[str, Any]:
    return {
        "about": "x", "personal_information": {"user_id": 1, "phone_number": "+44 7700 900999", "bio": SECRET},
        "contacts": {"about": "x", "list": [{"first_name": "Charlie", "phone_number": "+44 7700 900998"}]},
        "chats": {"about": "x", "list": list(chats)}, **more,
    }  # fmt: skip


def test_of_everything_it_reads_the_groups_and_nothing_else():
    others = [an_export(wrote("Charlie", "user5"), name="Charlie", kind=kind) for kind in (
        "saved_messages", "personal_chat", "bot_chat", "replies", "private_channel", "public_channel", None)]  # fmt: skip
    groups = [an_export(wrote(kind), name=kind, kind=kind) for kind in ("private_group", "private_supergroup", "public_supergroup")]  # fmt: skip
    left = {"list": [an_export(wrote("Charlie"), name="an old group")]}

    found = logs(everything(*others, *groups, left_chats=left))

    assert [(one.name, [sender.token for sender in one.senders]) for one in found] == [
        ("private_group", ["private_group"]), ("private_supergroup", ["private_supergroup"]), ("public_supergroup", ["public_supergroup"]),
    ]  # fmt: skip


def test_a_chat_that_says_last_that_it_is_personal_is_left_out():
    late = {"messages": [wrote("Charlie")], "name": "Charlie", "type": "personal_chat"}

    assert [one.name for one in logs(everything(late, an_export(wrote("Ola"))))] == ["3B"]


def test_not_a_word_leaves():
    contact = {"first_name": "Charlie", "phone_number": "+44 7700 900999"}
    rich = wrote(
        "Ola", contact_information=contact, forwarded_from="Charlie", via_bot="@charlie", author="Charlie",
        text=[{"type": "bold", "text": SECRET}], poll={"question": SECRET, "from": "Charlie", "answers": [{"text": SECRET}]},
        reactions=[{"recent": [{"from": "Charlie", "from_id": "user5"}]}],
    )  # fmt: skip
    content = json.dumps(everything(an_export(rich, notice("pin_message", message_id=5)))).encode()

    told = json.dumps(logs_inside("result.json", BytesIO(content)))

    assert "Ola" in told
    assert not any(word in told for word in ("gate", "1234", "Charlie", "900999", "900998", "user1", "user5"))


@pytest.mark.parametrize("said", [r"a\x0Bb", r"a\\x0Bb", r"\x0B", r"\\\x0B", "\\" * 8, r"\n\"\\"])
@pytest.mark.parametrize("before", [0, 1, 2, 3, 4, 5, 6])
def test_control_characters_as_telegram_writes_them_do_no_harm(said: str, before: int):
    body = json.dumps(an_export(wrote("Ola", text="HERE"), wrote("Femi", "user2"))).replace("HERE", said).encode()
    # However the file is cut into blocks, an escape is not cut through.
    padding = (1 << 18) - body.index(said.encode()) - before - 1

    assert [one.token for one in logs(b" " * padding + body)[0].senders] == ["Ola", "Femi"]


def test_a_byte_order_mark_and_a_broken_byte_do_no_harm():
    body = json.dumps(an_export(wrote("Ola", text="HERE"))).encode().replace(b"HERE", b"\xe9\xff\xed\xa0\x80")

    assert [one.token for one in logs(b"\xef\xbb\xbf" + body)[0].senders] == ["Ola"]


@pytest.mark.parametrize("content", [
    b'{"name": "3B", "messages": [{"type": "message", "from": "Charlie"', b"{", b"", b'{"messages": [NaN]}',
    b'{"messages": [' + b"9" * 6000 + b"]}", b'{"messages": [1e99999999999999999999]}', b'{"messages": []} trailing',
    b'{"messages": ' + b"[" * 200_000, b'{"messages": [{"from": "Charlie", oops}]}',
], ids=range(9))  # fmt: skip
def test_what_is_damaged_is_said_to_be(content: bytes):
    with pytest.raises(UnreadableFile) as caught:
        logs_inside("result.json", BytesIO(content))

    assert "damaged" in caught.value.headline
    assert caught.value.file == "result.json"
    assert "Charlie" not in "".join(format_exception(caught.value))


@pytest.mark.parametrize("export", [
    an_export(wrote("Charlie"), kind="personal_chat"), an_export(wrote("Charlie"), kind=None), an_export(), everything(),
    everything(an_export(wrote("Charlie"), kind="saved_messages")), an_export(wrote("3B", "channel5")),
])  # fmt: skip
def test_an_export_without_a_group_is_refused(export: dict[str, Any]):
    with pytest.raises(UnreadableList) as caught:
        logs(export)

    assert "holds no group" in caught.value.headline
    assert "Charlie" not in caught.value.sentence


@pytest.mark.parametrize("content", [b"[]", b"5", b"{}", b'{"messages": 5}', b'{"participants": [{"from_id": "x"}]}', b'{"messages": [{"from_id": 5, "text": "x"}]}'])  # fmt: skip
def test_what_is_not_telegrams_is_left_to_others(content: bytes):
    assert logs_inside("x.json", BytesIO(content)) is None


@pytest.mark.parametrize("odd", [
    5, None, [], [[]], "x", {}, {"type": "message"}, {"type": ["message"]}, {"type": "message", "from": {"from": "Charlie"}},
    {"type": "message", "from": "Charlie", "from_id": {"id": 5}} | {"from": []}, {"type": "service", "action": 5, "members": "Charlie"},
    {"type": "service", "action": "remove_members", "members": [["Ola"], {"name": "Ola"}, 5]},
])  # fmt: skip
def test_odd_messages_do_no_harm(odd: Any):
    assert here(odd, wrote("Ola")) == [("Ola", "may be")]


def test_a_message_nested_beyond_reason_does_no_harm():
    body = json.dumps(an_export(wrote("Ola", text="HERE"))).replace('"HERE"', "[" * 100_000 + "]" * 100_000)

    assert [one.token for one in logs(body.encode())[0].senders] == ["Ola"]


def test_it_holds_one_message_at_a_time():
    """Four times the messages, and no more memory."""

    def peak(many: int) -> int:
        content = BytesIO(json.dumps(an_export(*(wrote(f"Ola {at % 50}", f"user{at % 50}", text=SECRET * 40) for at in range(many)))).encode())  # fmt: skip
        tracemalloc.start()
        assert logs_inside("result.json", content)
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    peak(10)
    few, many = peak(2_000), peak(8_000)

    assert many < few * 1.2


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.sampled_from(["message", "service", "3B", "private_group", "user1", "Ola"]),
        lambda inner: st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(["name", "type", "messages", "chats", "list", "from", "from_id", "actor", "action", "members", "date", "x"]), inner, max_size=6),
        max_leaves=30,
    )
)  # fmt: skip
def test_any_json_is_read_or_refused(document: Any):
    try:
        found = logs_inside("x.json", BytesIO(json.dumps(document).encode()))
    except RosterError:
        return

    for one in found or ():
        list_of(from_cells(one), stem="x", region="GB")


@pytest.mark.skipif(not SAMPLES.exists(), reason="the samples are not beside the project")
@pytest.mark.parametrize(("sample", "name"), [("test_single_export.json", ""), ("test_batch_export.json", "Chatname")])
def test_it_reads_the_exports_that_other_readers_are_tested_with(sample: str, name: str):
    (found,) = logs((SAMPLES / sample).read_bytes())

    assert (found.name, [one.token for one in found.senders]) == (name, ["Author 1", "Author 2"])
