"""A chat export of Telegram Desktop: `result.json`, of one chat or of everything.

Its shape is that of `export_output_json.cpp` in telegramdesktop/tdesktop. One chat is `{name, type, id, messages}`; the
export of everything has such chats in `chats.list`. Notices name people by display name, `null` for a deleted account;
whoever writes or acts has an id beside the name. No text, no telephone number and no contact is ever kept.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import IO, Any

from adapters.platforms.chats.reduced import as_cells
from adapters.platforms.chats.telegram_people import Notice, People
from adapters.platforms.chats.telegram_stream import BROKEN, Events, events_in, items, members, skip
from adapters.platforms.guide import ListGuide
from roster.chat_log import ChatLog, What
from roster.errors import UnreadableFile, UnreadableList

_GROUPS = frozenset({"private_group", "private_supergroup", "public_supergroup"})
_MESSAGES = frozenset({"message", "service", "unsupported"})
_TEXTS = frozenset({"type", "date", "from", "from_id", "actor", "actor_id", "action", "title"})
_CAME_THEMSELVES = frozenset({"join_group_by_link", "join_group_by_request", "create_group", "create_channel"})
_NAMED = frozenset({"create_group", "create_channel", "edit_group_title", "migrate_from_group"})
_WITH_MEMBERS = {"create_group": What.CAME, "invite_members": What.CAME, "remove_members": What.WENT}
_ABOUT_NO_MEMBERSHIP = frozenset(
    """
    allow_sending_messages attach_menu_bot_allowed boost_apply clear_history delete_group_photo edit_chat_theme
    edit_group_photo gift_code_prize giveaway_launch giveaway_results group_call group_call_scheduled
    invite_to_group_call joined_telegram migrate_to_supergroup paid_messages_price_change paid_messages_refund
    phone_call pin_message process_suggested_post proximity_reached refunded_payment requested_peer
    requested_phone_number score_in_game send_passport_values send_payment send_premium_gift send_star_gift
    send_stars_gift send_ton_gift send_webview_data set_chat_wallpaper set_messages_ttl set_same_chat_wallpaper
    stars_prize suggest_birthday suggest_profile_photo suggested_post_refund suggested_post_success take_screenshot
    todo_append_tasks todo_completions topic_created topic_edit web_app_bot_allowed
    """.split()
)
_USERS_BELOW = 1 << 32  # In exports of before 2021 an id is a number, and larger ones are those of groups and channels.

guide = ListGuide(
    system="Telegram Desktop",
    file="A chat's `result.json`, alone or in its folder `ChatExport_<date>` as a zip.",
    get=(
        "On a computer, in Telegram Desktop (not on a telephone, not in the browser and not in the App Store's "
        '"Telegram for macOS"): open the group, three dots at the top right, **Export chat history**. Untick photos and '
        "all other media, choose the format **Machine-readable JSON** and export. Give `result.json`; HTML cannot be read."
    ),
    proves=(
        "events: who was added, joined, left, was removed or wrote, by the name they give themselves or under which "
        "whoever exports has saved them. There is no telephone number of a member in it, and silent members who came "
        "before the history begins are missing. A deleted account has no name and is only counted. In a public group, "
        "people may write without being members."
    ),
    basis="The source of Telegram Desktop (telegramdesktop/tdesktop, export_output_json.cpp).",
)


@dataclass(slots=True)
class _Message:
    """What is kept of a message while it is read."""

    texts: dict[str, str] = field(default_factory=dict)
    names: list[str] = field(default_factory=list)
    nameless: int = 0


@dataclass(slots=True)
class _Chat:
    name: str = ""
    type: str | None = ""
    people: People = field(default_factory=People)
    notices: list[Notice] = field(default_factory=list)
    unread: list[int] = field(default_factory=list)
    messages: int = 0
    titled: str = ""
    as_of: datetime | None = None
    told: bool = False
    """Whether anything says that this is Telegram's."""


def logs_inside(name: str, file: IO[bytes]) -> list[dict[str, Any]] | None:
    """Read the groups of an export, in one pass forward; None if it is no export of Telegram's.

    `file` stands at its beginning. Gives logs as `chats.reduced` has them. Raises a `RosterError` where the file is
    damaged, or holds no group.
    """
    try:
        chats = _chats(events_in(file))
    except BROKEN:
        damaged = UnreadableFile(
            "Export the chat again in Telegram Desktop and wait until it says that it has finished.",
            headline="This Telegram export is damaged, or was cut off before its end.",
        )
        damaged.file = name
        raise damaged from None
    if not any(chat.told for chat in chats):
        return None
    logs = [_log(chat) for chat in chats if chat.told and _is_group(chat)]
    if not any(log.events or log.senders for log in logs):
        refusal = UnreadableList(
            "Open the group in Telegram Desktop, choose Export chat history and the format JSON, and give result.json.",
            headline="This Telegram export holds no group in which anybody wrote or came.",
        )
        refusal.file = name
        raise refusal
    return [as_cells(log) for log in logs if log.events or log.senders]


def _chats(events: Events) -> list[_Chat]:
    event, _ = next(events)
    if event != "start_map":
        return []
    root = _Chat()
    found: list[_Chat] = []
    for key, first, value in members(events):
        if key == "chats" and first == "start_map":
            root.told = True
            found += _listed(events)
        else:
            _read(root, events, key, first, value)
    if next(events, None):
        raise ValueError("more than one document")
    return [root, *found]


def _listed(events: Events) -> Iterator[_Chat]:
    for key, first, _ in members(events):
        if key != "list" or first != "start_array":
            skip(events, first)
            continue
        for opened, _ in items(events):
            if opened != "start_map":
                skip(events, opened)
                continue
            chat = _Chat()
            for key_, first_, value in members(events):
                _read(chat, events, key_, first_, value)
            yield chat


def _read(chat: _Chat, events: Events, key: str, first: str, value: Any) -> None:
    if key == "name" and first == "string":
        chat.name = _plain(value)
    elif key == "type" and first in {"string", "null"}:
        chat.type = value
    elif key == "messages" and first == "start_array" and _is_group(chat):
        chat.told = chat.told or chat.type in _GROUPS
        for line, (opened, _) in enumerate(items(events), start=1):
            if opened == "start_map":
                _note(chat, line, _message(events))
            else:
                skip(events, opened)
    else:
        chat.told = chat.told or (key == "messages" and first == "start_array")
        skip(events, first)


def _is_group(chat: _Chat) -> bool:
    """Whether a chat is a group; one that does not say what it is may be."""
    return chat.type == "" or chat.type in _GROUPS


def _message(events: Events) -> _Message:
    message = _Message()
    for key, first, value in members(events):
        if key in _TEXTS:
            if first == "string":
                message.texts[key] = _plain(value)
            elif first == "number" and key.endswith("_id"):
                message.texts[key] = f"user{int(value)}" if 0 < value < _USERS_BELOW else "channel"
            else:
                skip(events, first)
        elif key == "members" and first == "start_array":
            for opened, name in items(events):
                skip(events, opened)
                known = _plain(name) if opened == "string" else ""
                if known:
                    message.names.append(known)
                else:
                    message.nameless += 1
        else:
            skip(events, first)
    return message


def _note(chat: _Chat, line: int, message: _Message) -> None:
    texts = message.texts
    kind = texts.get("type")
    if kind not in _MESSAGES:
        return
    chat.told = True
    chat.as_of = _moment(texts.get("date", "")) or chat.as_of
    chat.messages += kind == "message"
    actor = _person(chat.people, line, texts, "from" if kind == "message" else "actor")
    if kind == "service":
        _happened(chat, line, message, actor)


def _happened(chat: _Chat, line: int, message: _Message, actor: str) -> None:
    action = message.texts.get("action", "")
    if action in _NAMED:
        chat.titled = message.texts.get("title") or chat.titled
    if action in _CAME_THEMSELVES and actor and message.texts.get("actor") not in message.names:
        chat.notices.append(Notice(line, What.CAME, ids=(actor,)))
    what = _WITH_MEMBERS.get(action)
    if what is not None:
        nameless = message.nameless if what is What.CAME else 0
        chat.notices.append(Notice(line, what, actor, names=tuple(message.names), nameless=nameless))
    elif action and action not in _CAME_THEMSELVES | _NAMED | _ABOUT_NO_MEMBERSHIP:
        chat.unread.append(line)


def _person(people: People, line: int, texts: dict[str, str], role: str) -> str:
    """Note who did something and give their id; "" for nobody, and for a group or channel that speaks for itself."""
    name, identity = texts.get(role, ""), texts.get(f"{role}_id", "")
    if identity and not identity.startswith("user"):
        return ""
    identity = identity or name
    if identity:
        people.did(identity, name, line)
    return identity


def _log(chat: _Chat) -> ChatLog:
    written = chat.people.written(chat.notices)
    return ChatLog(
        platform="telegram",
        format="telegram-export",
        name=chat.name or chat.titled,
        events=tuple(written.events),
        senders=tuple(written.senders),
        unread=tuple(chat.unread),
        unsure=tuple(written.unsure),
        messages=chat.messages,
        as_of=chat.as_of,
    )


def _moment(said: str) -> datetime | None:
    try:
        return datetime.fromisoformat(said).replace(tzinfo=None)
    except ValueError:
        return None


def _plain(text: str) -> str:
    """Take out NUL, which no name has and which marks the exporter in a log."""
    return text.replace("\0", "").strip()
