"""What WhatsApp and people who type lists say beside the names, in thirteen languages.

"You" at the end of a group's header, "41 members", "and 9 others", "Group admin", and what stands in a header that has
not been loaded. English from the published code of WhatsApp Web's client; the other languages' words are wide on
purpose, because each stands in a place where no name would.
"""

import re

from roster.text import clean, folded

_SEPARATORS = re.compile(r"[\s·•:,;()\[\].\-–—/]+")


def plain_set(*phrases: str) -> frozenset[str]:
    """Make a set of phrases, parted by bars, that `plainly` can be looked up in."""
    return frozenset(plainly(phrase) for line in phrases for phrase in line.split("|"))


def plainly(text: str) -> str:
    """Make a phrase comparable: folded, its punctuation spaces."""
    return " ".join(_SEPARATORS.sub(" ", folded(text)).split())


_THOUSANDS = re.compile(r"(?<=\d)[,.](?=\d{3}\b)")
_ONLINE = re.compile(r"[,·]\s*\d{1,4}\s+online$")
_OUT_OF = re.compile(r"(?<=\d)\s*(?:/|\bof\b)\s*\d+")
_IN_BRACKETS = re.compile(r"\(([^()]*)\)$")
_AND_BEFORE_DIGITS = re.compile("^و(?=\\d)")
_LARGEST_GROUP = 4

_OWN = frozenset("you|(you)|me|tú|usted|você|vous|jij|siz|أنت|انت|آپ|आप".split("|"))
_OWN_AT_A_HEADERS_END = _OWN | frozenset("du|tu|ty|sen|u".split("|"))
_ADMIN = plain_set(
    "group admin|admin|community admin|community owner|group owner",
    "gruppenadmin|gruppenadministrator|admin der gruppe|admin del grupo|administrador del grupo|admin do grupo",
    "administrador do grupo|admin du groupe|administrateur du groupe|amministratore gruppo|amministratore del gruppo",
    "admin del gruppo|grup yöneticisi|administrator grupy|admin grupy|administrator grup|administratorul grupului",
    "groepsbeheerder|beheerder|مشرف المجموعة|مشرف|گروپ ایڈمن|ایڈمن|ग्रुप एडमिन|समूह व्यवस्थापक|एडमिन",
)
_ADMIN_BEHIND_A_NAME = re.compile(r"^(.+?)\s*(?:[(\[]([^()\[\]]+)[)\]]|[-–—·]\s+(\S.*))$")
_GROUP = plain_set("group|community|gruppe|grupo|groupe|gruppo|grup|grupa|groep|مجموعة|المجموعة|گروپ|समूह|ग्रुप")
_MEMBERS = plain_set(
    "members|member|participants|participant|people|mitglieder|mitglied|teilnehmer|personen|miembros|miembro",
    "participantes|participante|integrantes|personas|membros|membro|pessoas|membres|membre|personnes|membri|membru",
    "partecipanti|partecipante|persone|üye|üyeler|katılımcı|kişi|uczestników|uczestnicy|uczestnik|członków|członkowie",
    "osób|participanți|participant|persoane|leden|lid|deelnemers|deelnemer|أعضاء|عضو|عضوًا|مشارك|مشاركين|مشاركًا",
    "ارکان|رکن|ممبران|ممبرز|شرکاء|सदस्य|प्रतिभागी",
)
_TOTAL = plain_set("total|gesamt|insgesamt|totale|toplam|razem|łącznie|totaal|المجموع|کل|कुल")
_BESIDE_A_COUNT = _GROUP | _TOTAL | plain_set("de|in|en|list|all")
_AND = plain_set("and|&|+|und|y|e|et|ve|i|oraz|si|en|و|اور|और")
_OTHERS = plain_set(
    "others|other|more|weitere|weiteren|andere|anderen|más|otros|otras|outros|outras|mais|autres|autre|de plus|altri|altre",
    "altro|diğer|daha|innych|inni|inne|alți|alții|alte|încă|meer|آخرين|آخرون|آخر|أخرى|دیگر|مزید|अन्य|plus|de",
    "people|person|personen|personas|pessoas|personnes|persone|kişi|osób|persoane|لوگ|लोग",
)
_NOT_LOADED = plain_set(
    "click here for group info|tap here for group info|select for group info|click for group info|tap for group info",
    "click here for contact info|tap here for contact info|select for contact info|announcements",
    "only admins can send messages|haz clic para ver la info del grupo|toca aquí para ver la info del grupo",
    "haz clic aquí para ver la info del grupo|group info|undisclosed recipients|undisclosed recipient",
)
_NO_PERSON = plain_set(
    "name|names|member|members|participant|participants|phone|phones|number|numbers|mobile|contact|contacts|whatsapp",
    "email|e mail|emails|email address|e mail address|group members|all members|member list|members list",
)
_SEVERAL = plain_set("parents|carers|guardians|families|mums|dads|members|participants|admins|group|groups|pta|ptfa")
_CLASSES = plain_set("class|year|form|reception|nursery")
_BESIDE_SEVERAL = _SEVERAL | _CLASSES | plain_set("and|&|of|the|in|whatsapp|chat|list|school|term")
_CLASS = re.compile(r"(?:[a-z]{0,2}\d{1,4}[a-z]{0,2}|[a-z])")
_BOT = plain_set("meta ai")


def is_own(item: str, *, ends_a_header: bool = False) -> bool:
    """Whether an item is whoever made the list. "Ty", "Du" and "Sen" are also names, but not at the end of a header."""
    bare = without_admin(item)[0].casefold()
    return bare in (_OWN_AT_A_HEADERS_END if ends_a_header else _OWN)


def is_admin(line: str) -> bool:
    """Whether a line says of the member above that they are an admin."""
    return plainly(line) in _ADMIN


def without_admin(item: str) -> tuple[str, bool]:
    """Take "(admin)" or "- Group admin" off an item, and say whether it was there."""
    text = clean(item)
    found = _ADMIN_BEHIND_A_NAME.match(text)
    if found and is_admin(found[2] or found[3]):
        return found[1], True
    return text, False


def is_no_person(line: str) -> bool:
    """Whether a line is the heading of a list."""
    return plainly(line) in _NO_PERSON


def is_group(line: str) -> bool:
    """Whether a line can only name a group: "Class 3B parents", "Year 3 WhatsApp group"; not "Femi parents"."""
    told = plainly(line).split()
    several = any(word in _SEVERAL for word in told) or (len(told) > 1 and any(word in _CLASSES for word in told))
    return several and all(word in _BESIDE_SEVERAL or _CLASS.fullmatch(word) for word in told)


def is_bot(line: str) -> bool:
    """Whether an item is WhatsApp's own bot, which stands in a header like a member."""
    return plainly(line) in _BOT


def is_not_loaded(line: str) -> bool:
    """Whether a line stands in a header instead of the members."""
    return plainly(line) in _NOT_LOADED


def count_said(line: str) -> int | None:
    """How many members a line says there are: "41 members", "Group · 41 members, 3 online", "Total: 41"."""
    plain = _OUT_OF.sub("", _ONLINE.sub("", _THOUSANDS.sub("", folded(line))))
    tokens = plainly(plain).split()
    numbers = [token for token in tokens if token.isdecimal() and len(token) <= _LARGEST_GROUP]
    others = {token for token in tokens if not token.isdecimal()}
    if len(numbers) != 1 or len(numbers) + len(others) != len(tokens):
        return None
    return int(numbers[0]) if others & (_MEMBERS | _TOTAL) and others <= _MEMBERS | _BESIDE_A_COUNT else None


def without_others(item: str) -> tuple[str, int]:
    """Take "and 39 others" off an item: what stands before it, and how many they are; 0 if it says nothing of others."""
    inside = _IN_BRACKETS.search(clean(item))
    if inside and inside.start() and not without_others(inside[1])[0]:
        return "", without_others(inside[1])[1]
    said = clean(item).split()
    tokens = [_AND_BEFORE_DIGITS.sub("", folded(token)) for token in said]
    begins = len(tokens)
    while begins and (tokens[begins - 1] in _AND | _OTHERS or _number(tokens[begins - 1])):
        begins -= 1
    tail = tokens[begins:]
    numbers = [number for token in tail if (number := _number(token))]
    if len(numbers) != 1 or not (set(tail) & _OTHERS or tail[0].startswith("+")):
        return item, 0
    if begins and not set(tail) & _AND:
        return item, 0
    return " ".join(said[:begins]), numbers[0]


def _number(token: str) -> int:
    digits = token.removeprefix("+")
    return int(digits) if digits.isdecimal() and len(digits) <= _LARGEST_GROUP else 0
