"""The lines of a group's info as somebody copied it: which are people for sure, which nobody, and which could be either.

WhatsApp Web shows a row for each member (published code of its client, `ChatContact` and `GroupInfoParticipantsSection`):
the saved name, or the number, or the self-chosen name with a tilde; then "Group admin", a member's tag, what they say
about themselves, and the number or the self-chosen name again. Copied, each of these is a line of its own. Whoever looks
comes first, then the admins, then the others; of a large group only ten are shown, with "View all (31 more)" below.
"""

import re
from dataclasses import dataclass, replace
from enum import Enum
from itertools import pairwise

from adapters.platforms.lines.person import is_reach, says_somebody
from adapters.platforms.lines.wording import (
    count_said,
    is_admin,
    is_bot,
    is_not_loaded,
    is_own,
    plain_set,
    plainly,
    without_others,
)
from adapters.platforms.persons.numbers import says_hidden
from roster.digits import digits_in
from roster.text import clean


class Kind(Enum):
    """What a line is."""

    COUNT = "how many members there are"
    NOTHING = "a button, a title"
    FOOT = "what stands below the members"
    OTHERS = "how many more there are"
    OWN = "whoever looks"
    NUMBER = "a number"
    SELF_CHOSEN = "a name with a tilde"
    ADMIN = "that the one above is an admin"
    ABOUT = "what somebody says about themselves"
    SAID = "a number that somebody may say about themselves"
    TEXT = "a saved name, or a tag, or what somebody says about themselves"


PEOPLE = frozenset({Kind.OWN, Kind.NUMBER, Kind.SELF_CHOSEN})
_FIRST = PEOPLE | {Kind.TEXT}


@dataclass(frozen=True, slots=True)
class PanelLine:
    """A line of the panel that says something."""

    row: int
    text: str
    kind: Kind


_BUTTONS = plain_set(
    "add member|add members|add participant|add participants|invite to group via link|invite via link|search members",
    "invite via link or qr code|invite to group via link or qr code|add members to contacts|search participants",
    "pending requests|pending participants|edit member tag|add member tag|view all|see all|manage members",
    "teilnehmer hinzufügen|mitglied hinzufügen|mitglieder hinzufügen|mit link einladen|per link in gruppe einladen",
    "añadir miembro|añadir miembros|añadir participantes|invitar al grupo con un enlace|adicionar membro",
    "adicionar participantes|convidar via link|ajouter un membre|ajouter des membres|aggiungi membro|aggiungi partecipanti",
    "üye ekle|dodaj członka|dodaj uczestnika|adaugă membru|lid toevoegen|deelnemers toevoegen",
)
_FEET = plain_set(
    "view past members|past members|past participants|exit group|leave group|report group|clear chat|delete group",
    "add to favorites|add to favourites|add to list|ehemalige mitglieder ansehen|ver miembros anteriores",
    "ver membros antigos|gruppe verlassen|salir del grupo|sair do grupo|quitter le groupe|esci dal gruppo|gruptan çık",
    "opuść grupę|ieși din grup|groep verlaten|مغادرة المجموعة",
)
_OTHER_TAGS = plain_set("invited|inactive|business account|online|typing|last seen recently|tap for more info")
# What WhatsApp offers to choose from; whatever has its name in it is nobody's either.
_ABOUTS = plain_set(
    "available|busy|at school|at the movies|at work|battery about to die|in a meeting|at the gym|sleeping",
    "urgent calls only|verfügbar|beschäftigt|in der schule|im kino|bei der arbeit|auf der arbeit|akku fast leer",
    "akku gleich leer|in einer besprechung|im fitnessstudio|schlafen|schlafe|nur dringende anrufe|nur notfälle|disponible",
    "ocupado|ocupada|en la escuela|en el colegio|en el cine|en el trabajo|batería a punto de agotarse|en una reunión",
    "en el gimnasio|durmiendo|solo llamadas urgentes|disponível|na escola|no cinema|no trabalho|em reunião|na academia",
    "bateria prestes a acabar|dormindo|a dormir|somente chamadas urgentes|apenas chamadas urgentes|occupé|occupée",
    "à l'école|au cinéma|au travail|batterie faible|en réunion|à la salle de sport|en train de dormir|au lit",
    "appels urgents uniquement|disponibile|occupato|occupata|a scuola|al cinema|al lavoro|batteria quasi scarica",
    "in riunione|in palestra|sto dormendo|solo chiamate urgenti|müsait|meşgul|okulda|sinemada|işte|toplantıda|uyuyor",
    "spor salonunda|sadece acil aramalar|dostępny|dostępna|zajęty|zajęta|w szkole|w kinie|w pracy|na spotkaniu",
    "na siłowni|śpię|tylko pilne połączenia|disponibil|ocupat|ocupată|la școală|la cinema|la serviciu|la muncă|dorm",
    "într-o ședință|la sală|doar apeluri urgente|beschikbaar|bezet|op school|in de bioscoop|op het werk|slapen|slaapt",
    "in een vergadering|in de sportschool|alleen dringende oproepen|متاح|مشغول|في المدرسة|في العمل|في اجتماع|نائم",
    "دستیاب|مصروف|उपलब्ध|व्यस्त",
)
_ITS_NAME = re.compile(r"whats\s?app|واتساب|واتس اب|واٹس ایپ|व्हाट्सऐप|व्हाट्सएप", re.IGNORECASE)
_NO_NAME = re.compile(r"[.!?।؟…]$|https?://|www\.|[\"“”„«»]")
_INITIAL = re.compile(r"[.\s]\w\.$|\b(?:jr|sr|dr)\.$", re.IGNORECASE)
_WORDS_OF_NO_NAME = 7
_LONGEST_NAME = 60
_A_NUMBER_HAS = 5
_A_NUMBER_SAID_HAS = 6


def panel_lines(text: str, region: str) -> list[PanelLine]:
    """Tell the lines of a text apart, as far as each tells it by itself."""
    told = [(row, line.strip()) for row, line in enumerate(text.splitlines(), start=1)]
    lines = [PanelLine(row, line, _kind(clean(line), region)) for row, line in told if says_somebody(line)]
    below_count = max((at for at, line in enumerate(lines, start=1) if line.kind is Kind.COUNT), default=0)
    # "Ty", "Du" and "Sen" are also names, but not of whoever comes first.
    for begins in {0, below_count}:
        first = next((at for at in range(begins, len(lines)) if lines[at].kind in _FIRST), None)
        if first is not None and lines[first].kind is Kind.TEXT and is_own(lines[first].text, ends_a_header=True):
            lines[first] = replace(lines[first], kind=Kind.OWN)
    return lines


def turns(kinds: list[Kind]) -> int:
    """How often a number and a name with a tilde take turns, if they do so without fail."""
    seen = [kind for kind in kinds if kind in {Kind.NUMBER, Kind.SELF_CHOSEN}]
    return len(seen) // 2 if len(seen) % 2 == 0 and all(one != two for one, two in pairwise(seen)) else 0


def is_button(line: str) -> bool:
    """Whether a line stands in the panel and in no list that somebody typed."""
    return plainly(line) in _BUTTONS | _FEET


def is_offered_about(line: str) -> bool:
    """Whether a line is one of the texts about oneself that WhatsApp offers, or has its name in it."""
    return plainly(line) in _ABOUTS or _ITS_NAME.search(line) is not None


def _kind(line: str, region: str) -> Kind:
    plain = plainly(line)
    for kind, is_it in (
        (Kind.COUNT, count_said(line) is not None),
        (Kind.FOOT, plain in _FEET),
        (
            Kind.NOTHING,
            plain in _BUTTONS | _OTHER_TAGS
            or is_not_loaded(line)
            or is_bot(line)
            or (plain.isdecimal() and len(plain) < _A_NUMBER_HAS),
        ),
        (Kind.ADMIN, is_admin(line)),
        (Kind.OWN, is_own(line)),
        (Kind.OTHERS, _more(line) > 0),
        (Kind.SELF_CHOSEN, line.startswith("~")),
        (Kind.ABOUT, _is_about(line)),
        (Kind.NUMBER, _is_number(line, region)),
        (Kind.SAID, _says_how_to_reach(line, region)),
    ):
        if is_it:
            return kind
    return Kind.TEXT


def _more(line: str) -> int:
    rest, more = without_others(line)
    return more if not rest else 0


def _is_number(line: str, region: str) -> bool:
    return "@" not in line and not says_hidden(line) and is_reach(line, region)


def _says_how_to_reach(line: str, region: str) -> bool:
    """Whether a line has a number among words, or what no panel shows of a member: an address, an id, "private"."""
    return digits_in(line) >= _A_NUMBER_SAID_HAS or is_reach(line, region)


def _is_about(line: str) -> bool:
    if is_offered_about(line) or len(line) > _LONGEST_NAME or len(line.split()) >= _WORDS_OF_NO_NAME:
        return True
    if not any(map(str.isalnum, line)):
        return True
    return _NO_NAME.search(line) is not None and not _INITIAL.search(line)
