"""Rows of a table that are of nobody: what adds the list up, and the assistant that WhatsApp puts among the people."""

from collections.abc import Sequence

from adapters.platforms.lines.wording import plain_set, plainly
from adapters.platforms.persons.numbers import read_number
from adapters.platforms.persons.people import Said
from roster.text import clean, folded
from roster.tokens import name_in

_A_SUM = "This row adds the list up, and is nobody; it was set aside."
_AN_ASSISTANT = "This row is WhatsApp's own assistant (Meta AI), and nobody; it was set aside."
_TOTALS = plain_set(
    "total|totals|subtotal|totale|totaal|gesamt|insgesamt|gesamtzahl|summe|toplam|razem|łącznie|المجموع"
)
_BESIDE_A_TOTAL = plain_set(
    "grand|sub|of|number|no|count|in|group|list|members|member|participants|people|persons|contacts|numbers|parents",
    "mitglieder|teilnehmer|personen|miembros|participantes|personas|membros|membres|membri|leden|üye|osób",
)
_LARGEST_SUM = 4
_ASSISTANT = "meta ai"
# META_AI_JID of Baileys (WABinary/jid-utils.ts).
_ASSISTANTS_NUMBER = "+13135550002"


def says_nobody(said: Said, texts: Sequence[str]) -> str:
    """Say why a row, with all its cells, is of nobody; "" if it may be of somebody."""
    if _adds_up(texts):
        return _A_SUM
    return _AN_ASSISTANT if _is_the_assistant(said) else ""


def _adds_up(texts: Sequence[str]) -> bool:
    tokens = plainly(" ".join(filter(clean, texts))).split()
    numbers = [token for token in tokens if token.isdecimal()]
    others = {token for token in tokens if not token.isdecimal()}
    return bool(others & _TOTALS) and others <= _TOTALS | _BESIDE_A_TOTAL and sum(map(len, numbers)) <= _LARGEST_SUM


def _is_the_assistant(said: Said) -> bool:
    shown = [text for text in (*said.names, *said.phones, *said.instead) if clean(text)]
    if any(folded(name_in(text)) == _ASSISTANT for text in shown):
        return True
    read = [read_number(text, region="ZZ").phone for text in shown]
    return bool(read) and all(phone is not None and phone.e164 == _ASSISTANTS_NUMBER for phone in read)
