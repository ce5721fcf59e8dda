"""Member lists that are tables: what extensions, scripts, mailing lists and address books save."""

from random import Random

from tests.chats.bodies import Secrets
from tests.chats.guests import Guest, Listing, Seen, a_book, a_table, about
from tests.chats.people import spaced

EXPORTER = (
    "Country Code,Country,Phone Number,Public Display Name,Saved Name,Group Name,Is My Contact,Is Business".split(",")
)


def _exporter_rows(people: list[Guest], rng: Random) -> tuple[list[list[object]], tuple[Seen, ...]]:
    rows, seen = [], []
    for one in people:
        saved = rng.random() < 0.5
        names = ["", one.name] if saved else [one.name, ""]
        hidden = rng.random() < 0.2
        number = (
            ["", "Hidden", "Hidden (privacy)"]
            if hidden
            else [44, "United Kingdom", rng.choice((one.number, one.digits))]
        )
        rows.append([*number, *names, "3B parents", str(saved), "False"])
        seen.append(Seen(name=one.name) if hidden else Seen(number=one.number))
    return rows, tuple(seen)


def exporter_csv(people: list[Guest], rng: Random, secrets: Secrets) -> Listing:
    rows, seen = _exporter_rows(people, rng)
    content = a_table([EXPORTER, *rows], encoding="utf-8-sig", end="\r\n")
    return Listing("WA Group Exporter", "WhatsApp_Group_Contacts_2026-11-22_09-15.csv", content, seen, absence=False)


def exporter_xlsx(people: list[Guest], rng: Random, secrets: Secrets) -> Listing:
    rows, seen = _exporter_rows(people, rng)
    sheets = {"Summary": [["Group", "Members"], ["3B parents", len(people)]], "3B parents": [EXPORTER, *rows]}
    return Listing(
        "WA Group Exporter, xlsx", "WhatsApp_Group_Contacts_2026-11-22_09-15.xlsx", a_book(sheets), seen, absence=False
    )


def members_scraper(people: list[Guest], rng: Random, secrets: Secrets) -> Listing:
    """A name stands where the number should, if the number is hidden; who was not scrolled to is missing, silently."""
    rows, seen = [], []
    for one in people:
        hidden = rng.random() < 0.3
        rows.append(
            [one.name if hidden else spaced(one.number), "" if hidden else one.name, about(secrets), "3B parents"]
        )
        seen.append(Seen(name=one.name) if hidden else Seen(number=one.number))
    content = a_table([["Phone Number", "Name", "Description", "Source"], *rows])
    return Listing(
        "members scraper", "whatsAppExport-2026-11-22T09:15:00.000Z.csv", content, tuple(seen), absence=False
    )


def contacts_scraper(people: list[Guest], rng: Random, secrets: Secrets) -> Listing:
    rows = [[one.name, one.digits, about(secrets)] for one in people]
    content = a_table([["Name", "Phone", "Status"], *rows])
    return Listing("contacts scraper", "3B parents.csv", content, tuple(Seen(number=one.number) for one in people))


def number_extractor(people: list[Guest], rng: Random, secrets: Secrets) -> Listing:
    rows = [[one.name, one.digits] for one in people]
    content = a_table([["Name", "Phone Number"], *rows])
    return Listing(
        "number extractor",
        "whatsapp_contacts_1763803000000.csv",
        content,
        tuple(Seen(number=one.number) for one in people),
    )


def spoilt_by_excel(people: list[Guest], rng: Random, secrets: Secrets) -> Listing:
    """Saved by Excel: numbers as numbers, one of them without its last digits for good."""
    first, *rest = people
    rows = [
        [first.name, "4.47701E+11"],
        *([one.name, rng.choice((int(one.digits), float(one.digits), int(one.number[3:])))] for one in rest),
    ]
    seen = (Seen(name=first.name), *(Seen(number=one.number) for one in rest))
    return Listing("Excel", "3B parents.xlsx", a_book({"Sheet1": [["Name", "Phone Number"], *rows]}), seen)


def participants_csv(people: list[Guest], rng: Random, secrets: Secrets) -> Listing:
    rows, seen = [], []
    for one in people:
        hidden = rng.random() < 0.3
        jid = "" if hidden else f"{one.digits}@s.whatsapp.net"
        rows.append([f"{one.lid}@lid", jid, f"{one.lid}@lid", one.name, "admin" if one.admin else "member"])
        seen.append(Seen(name=one.name) if hidden else Seen(number=one.number))
    head = ["participant_jid", "phone_number", "lid", "display_name", "role"]
    return Listing(
        "participants", "group-120363000000000000_g.us-participants.csv", a_table([head, *rows]), tuple(seen)
    )


def telethon(people: list[Guest], rng: Random, secrets: Secrets) -> Listing:
    head = ["username", "user id", "access hash", "name", "group", "group id"]
    rows = [
        ["", 5000 + n, f"-{9000 + n}{secrets.another('hash')}", one.name, "3B parents", 77]
        for n, one in enumerate(people)
    ]
    return Listing("Telethon", "members.csv", a_table([head, *rows]), tuple(Seen(name=one.name) for one in people))


def google_contacts(people: list[Guest], rng: Random, secrets: Secrets) -> Listing:
    """An address book: people known to somebody, be they in the group or not."""
    head = (
        "First Name,Middle Name,Last Name,Phonetic First Name,Phonetic Middle Name,Phonetic Last Name,Name Prefix,Name Suffix,Nickname,File As,Organization Name,Organization Title,Organization Department,Birthday,Notes,Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,Phone 2 - Label,Phone 2 - Value"
    ).split(",")
    rows = []
    for one in people:
        row = [
            one.name,
            *[""] * 13,
            f"met at\nthe gate {secrets.another('notes')}",
            "",
            "* myContacts ::: * starred",
            "* ",
            one.email,
            "Mobile",
            spaced(one.number),
            "",
            "",
        ]
        rows.append(row)
    content = a_table([head, *rows], encoding="utf-8-sig", end="\r\n")
    return Listing(
        "Google Contacts", "contacts.csv", content, tuple(Seen(number=one.number) for one in people), absence=False
    )


def google_contacts_old(people: list[Guest], rng: Random, secrets: Secrets) -> Listing:
    head = "Name,Given Name,Additional Name,Family Name,Notes,Group Membership,E-mail 1 - Type,E-mail 1 - Value,Phone 1 - Type,Phone 1 - Value".split(
        ","
    )
    rows = [
        [one.name, one.name, "", "", about(secrets), "* myContacts", "* ", one.email, "Mobile", one.number]
        for one in people
    ]
    content = a_table([head, *rows], encoding="utf-8-sig", end="\r\n")
    return Listing(
        "Google Contacts, old", "google.csv", content, tuple(Seen(number=one.number) for one in people), absence=False
    )


def google_groups(people: list[Guest], rng: Random, secrets: Secrets) -> Listing:
    head = ["Email address", "Nickname", "Group status", "Email status", "Email preference", "Posting permissions"]
    rows = [
        [one.email.title(), one.name, "Owner" if one.admin else "Member", "", "All email", "Allowed"] for one in people
    ]
    return Listing(
        "Google Groups", "3b-parents.csv", a_table([head, *rows]), tuple(Seen(email=one.email) for one in people)
    )


def gam(people: list[Guest], rng: Random, secrets: Secrets) -> Listing:
    rows = [["3b@example.org", "USER", "MEMBER", one.email, "ACTIVE"] for one in people]
    content = a_table([["group", "type", "role", "email", "status"], *rows])
    return Listing("GAM", "group-members.csv", content, tuple(Seen(email=one.email) for one in people))


def entra(people: list[Guest], rng: Random, secrets: Secrets) -> Listing:
    """A guest's principal name holds the tenant; the address is in `mail`."""
    head = [
        "userPrincipalName",
        "displayName",
        "surname",
        "mail",
        "givenName",
        "id",
        "userType",
        "jobTitle",
        "department",
        "accountEnabled",
        "mobilePhone",
    ]
    rows = [
        [
            f"{one.email.replace('@', '_')}#EXT#@school.example.org",
            one.name,
            "",
            one.email,
            "",
            f"{n}a-b",
            "Guest",
            "",
            "",
            "True",
            "",
        ]
        for n, one in enumerate(people)
    ]
    return Listing(
        "Entra",
        "exportUsers_2026-11-22.csv",
        a_table([head, *rows], encoding="utf-8-sig"),
        tuple(Seen(email=one.email) for one in people),
    )


TABLES = (
    exporter_csv, exporter_xlsx, members_scraper, contacts_scraper, number_extractor, spoilt_by_excel, participants_csv,
    telethon, google_contacts, google_contacts_old, google_groups, gam, entra,
)  # fmt: skip
