"""Member lists that are no tables: pasted text, cards, recipients, and what programs write as JSON."""

import base64
import quopri
from random import Random
from typing import Any

from tests.chats.bodies import Secrets
from tests.chats.guests import Guest, Listing, Seen, a_record, about
from tests.chats.people import key_of, spaced

GROUP = "120363000000000000@g.us"


def header(people: list[Guest], rng: Random, secrets: Secrets) -> Listing:
    """The line under a group's name, "You" last, with the number of members that the admin read."""
    plain = [one for one in people if not set(one.name) & set(",\t")]
    seen = [Seen(number=one.number) if rng.random() < 0.5 else Seen(name=one.name) for one in plain]
    seen.sort(key=lambda one: bool(one.number))
    text = ", ".join([*(spaced(one.number) if one.number else one.name for one in seen), "You"])
    missing = rng.choice((0, 0, 2))
    return Listing("header", "3B parents.txt", text.encode(), tuple(seen), not missing, said=len(seen) + 1 + missing)


def recipients(people: list[Guest], rng: Random, secrets: Secrets) -> Listing:
    names = [
        (key_of(one.name.replace('"', "").replace("<b>", "").replace("</b>", "").replace(";", "")), one)
        for one in people
    ]
    text = "; ".join(
        f'"{name}" <{one.email.title()}>' if rng.random() < 0.5 else f"<{one.email}>" for name, one in names
    )
    return Listing("recipients", "to.txt", text.encode(), tuple(Seen(email=one.email) for one in people))


def mailman(people: list[Guest], rng: Random, secrets: Secrets) -> Listing:
    text = "".join(f"{one.email}\n" for one in people)
    return Listing("Mailman", "members.txt", text.encode(), tuple(Seen(email=one.email) for one in people))


def cards_3(people: list[Guest], rng: Random, secrets: Secrets) -> Listing:
    text = "".join(_card_3(one, secrets) for one in people)
    return Listing(
        "vCard 3.0", "contacts.vcf", text.encode(), tuple(Seen(number=one.number) for one in people), absence=False
    )


def _card_3(one: Guest, secrets: Secrets) -> str:
    photo = base64.b64encode(secrets.another("photo").encode() * 20).decode()
    folded = "\r\n ".join(photo[n : n + 70] for n in range(0, len(photo), 70))
    name = one.name.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;").replace("\t", " ")
    return (
        f"BEGIN:VCARD\r\nVERSION:3.0\r\nN:;{name};;;\r\nFN:{name}\r\nitem1.TEL;waid={one.digits}:{spaced(one.number)}\r\n"
        f"item1.X-ABLabel:_$!<Mobile>!$_\r\nEMAIL;type=INTERNET:{one.email}\r\nNOTE:{about(secrets)}\r\n"
        f"PHOTO;ENCODING=b;TYPE=JPEG:{folded}\r\nEND:VCARD\r\n"
    )


def cards_2(people: list[Guest], rng: Random, secrets: Secrets) -> Listing:
    text = ""
    for one in people:
        name = quopri.encodestring(one.name.replace("\t", " ").encode(), quotetabs=False).decode().replace(";", "=3B")
        text += (
            f"BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:;{name};;;\r\n"
            f"FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:{name}\r\nTEL;CELL;PREF:{spaced(one.number)}\r\n"
            f"NOTE:{about(secrets)}\r\nEND:VCARD\r\n"
        )
    return Listing(
        "vCard 2.1", "00001.vcf", text.encode(), tuple(Seen(number=one.number) for one in people), absence=False
    )


def _roles(one: Guest) -> dict[str, Any]:
    return {"isAdmin": one.admin, "isSuperAdmin": False}


def web_js(people: list[Guest], rng: Random, secrets: Secrets) -> Listing:
    listed = [
        {"id": {"server": "c.us", "user": one.digits, "_serialized": f"{one.digits}@c.us"}, **_roles(one)}
        for one in people
    ]
    content = a_record(
        {"id": {"_serialized": GROUP}, "name": "3B", "groupMetadata": {"desc": about(secrets), "participants": listed}}
    )
    return Listing("whatsapp-web.js", "group.json", content, tuple(Seen(number=one.number) for one in people))


def baileys(people: list[Guest], rng: Random, secrets: Secrets) -> Listing:
    """Ids that are no numbers; the number beside them, or only a name."""
    listed: list[dict[str, Any]] = []
    seen = []
    for one in people:
        shown = rng.random() < 0.7
        entry: dict[str, Any] = {
            "id": f"{one.lid}@lid",
            "notify": one.name,
            "admin": "superadmin" if one.admin else None,
        }
        listed.append(entry | ({"phoneNumber": f"{one.digits}:4@s.whatsapp.net"} if shown else {}))
        seen.append(Seen(number=one.number) if shown else Seen(name=one.name))
    missing = rng.choice((0, 3))
    content = a_record(
        {
            "id": GROUP,
            "subject": "3B parents",
            "owner": f"{people[0].lid}@lid",
            "desc": about(secrets),
            "size": len(people) + missing,
            "addressingMode": "lid",
            "participants": listed,
        }
    )
    return Listing("Baileys", "group.json", content, tuple(seen), not missing)


def whatsmeow(people: list[Guest], rng: Random, secrets: Secrets) -> Listing:
    listed = [
        {
            "JID": f"{one.lid}@lid",
            "PhoneNumber": f"{one.digits}@s.whatsapp.net",
            "LID": f"{one.lid}@lid",
            "IsAdmin": one.admin,
            "IsSuperAdmin": False,
            "DisplayName": "",
        }
        for one in people
    ]
    content = a_record({"JID": GROUP, "Name": "3B parents", "Topic": about(secrets), "Participants": listed})
    return Listing("whatsmeow", "info.json", content, tuple(Seen(number=one.number) for one in people))


def green_api(people: list[Guest], rng: Random, secrets: Secrets) -> Listing:
    listed = [{"id": f"{one.digits}@c.us", "lid": f"{one.lid}@lid", **_roles(one)} for one in people]
    content = a_record(
        {
            "groupId": GROUP,
            "owner": f"{people[0].digits}@c.us",
            "subject": "3B",
            "size": len(people),
            "participants": listed,
            "groupInviteLink": f"https://chat.example.org/{secrets.another('invite')}",
        }
    )
    return Listing(
        "green-api", "GetGroupData.json", content, tuple(Seen(number=one.number) for one in people), absence=True
    )


def z_api(people: list[Guest], rng: Random, secrets: Secrets) -> Listing:
    listed = [{"phone": one.digits, **_roles(one), "name": one.name, "short": one.name[:3]} for one in people]
    content = a_record(
        {"phone": "120363000000000000-group", "subject": "3B", "description": about(secrets), "participants": listed}
    )
    return Listing("Z-API", "metadata.json", content, tuple(Seen(number=one.number) for one in people))


def two_chat(people: list[Guest], rng: Random, secrets: Secrets) -> Listing:
    listed = [
        {
            "wa_participant_id": f"{one.digits}@c.us",
            "wa_pushname": one.name,
            "wa_is_admin": one.admin,
            "wa_is_super_admin": False,
            "phone_number": one.number,
            "formatted_phone_number": spaced(one.number),
            "iso_country_code": "GB",
            "contact": {"first_name": one.name, "last_name": ""},
        }
        for one in people
    ]
    content = a_record({"success": True, "data": {"wa_group_name": "3B", "participants": listed}})
    return Listing("2chat", "group.json", content, tuple(Seen(number=one.number) for one in people))


def waha(people: list[Guest], rng: Random, secrets: Secrets) -> Listing:
    """Nothing but ids: nobody can be told apart by number, and no id may pass for one."""
    content = a_record([{"id": f"{one.lid}@lid", "admin": "superadmin" if one.admin else None} for one in people])
    return Listing("WAHA", "participants.json", content, tuple(Seen(name=f"{one.lid}@lid") for one in people))


def telegram(people: list[Guest], rng: Random, secrets: Secrets) -> Listing:
    """A history: two were added, one of them left; a stranger is only named in a text; the last one only wrote."""
    maker, first, second, writer, quoted = people[:5]
    ids = {one.name: f"user{7000 + n}" for n, one in enumerate(people)}

    def service(one: Guest, action: str, **more: object) -> dict[str, Any]:
        return {
            "id": 1,
            "type": "service",
            "date": "2026-11-20T10:00:00",
            "actor": one.name,
            "actor_id": ids[one.name],
            "action": action,
            "text": "",
            **more,
        }

    words = [
        f"Hello {secrets.another('telegram')} ",
        {"type": "mention", "text": quoted.name},
        f" left {secrets.another('telegram')}",
    ]
    messages = [
        service(maker, "create_group", title="3B parents", members=[maker.name]),
        service(maker, "invite_members", members=[first.name, second.name, None]),
        {
            "id": 2,
            "type": "message",
            "date": "2026-11-21T10:00:00",
            "from": writer.name,
            "from_id": ids[writer.name],
            "text": words,
            "file": f"(not included {secrets.another('file')})",
        },
        {
            "id": 3,
            "type": "message",
            "date": "2026-11-21T10:00:01",
            "from": maker.name,
            "from_id": ids[maker.name],
            "text": "",
            "poll": {"question": secrets.another("poll"), "answers": [{"text": f"{quoted.name} left"}]},
        },
        service(second, "remove_members", members=[second.name]),
        service(maker, "edit_group_title", title="3B parents 2026"),
    ]
    content = a_record({"name": "3B parents 2026", "type": "private_group", "id": 77, "messages": messages})
    seen = tuple(Seen(name=one.name) for one in (maker, first, writer))
    return Listing("Telegram", "result.json", content, seen, absence=False, gone=(Seen(name=second.name),), events=True)


DOCUMENTS = (
    header, recipients, mailman, cards_3, cards_2, web_js, baileys, whatsmeow, green_api, z_api, two_chat, waha, telegram,
)  # fmt: skip
