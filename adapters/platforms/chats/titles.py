"""The group's name in the name of a chat's file: "WhatsApp Chat with 3B parents (1).txt", in the telephone's language.

The wordings are those of WhatsApp's own texts, as gathered by the reader ChatMatter (kappa-mm).
"""

import re
from pathlib import PurePath

_WORDINGS = """
WhatsApp Chat with {}|WhatsApp Chat - {}|WhatsApp Gesprek met {}|دردشة واتساب مع {}|{} ilə WhatsApp Söhbəti
WhatsApp Чат с {}|{} এর সাথে WhatsApp চ্যাট|Xat de WhatsApp amb {}|Chat WhatsApp s uživatelem {}|WhatsApp chat med {}
WhatsApp Chat mit {}|WhatsApp-Chat mit {}|Συνομιλία WhatsApp με {}|Chat de WhatsApp con {}|Conversación de WhatsApp con {}
WhatsApp'i vestlus kontaktiga {}|گفتگوی WhatsApp با {}|WhatsApp-keskustelu henkilön {} kanssa|Discussion WhatsApp avec {}
{} સાથેની WhatsApp વાત|צ'אט WhatsApp עם {}|{} के साथ WhatsApp चैट|WhatsApp razgovor s {}|WhatsApp csevegés vele: {}
Chat WhatsApp dengan {}|Chat WhatsApp con {}|Chat di WhatsApp con {}|{}とのWhatsAppチャット|WhatsApp чат: {}|{}님과의 WhatsApp 대화
WhatsApp pokalbis su {}|WhatsApp sarakste ar {}|WhatsApp разговор со {}|{} മായുള്ള WhatsApp ചാറ്റുകൾ|{} ಜೊತೆ WhatsApp ಸಂಭಾಷಣೆ|{} తో WhatsApp సంభాషణ|Sembang WhatsApp dengan {}
WhatsApp-samtale med {}|WhatsApp-chat met {}|{} ਨਾਲ WhatsApp ਗੱਲਬਾਤ|Czat WhatsApp z użytkownikiem {}|Czat WhatsApp z {}
Conversa no WhatsApp com {}|Conversa do WhatsApp com {}|Chat do WhatsApp com {}|Conversație WhatsApp cu {}
Чат WhatsApp с контактом {}|Чат WhatsApp с {}|WhatsApp chat s používateľom {}|WhatsApp klepet z {}|Biseda me {} në WhatsApp
WhatsApp Ћаскање са {}|WhatsApp-chatt med {}|Soga za WhatsApp na {}|{} உடன் WhatsApp உரையாடல்|แชท WhatsApp กับ {}
WhatsApp Chat kay {}|{} ile WhatsApp Sohbeti|Бесіда WhatsApp з {}|Чат WhatsApp з {}|{} کے ساتھ WhatsApp بات چیت
{} bilan WhatsApp chati|Trò chuyện WhatsApp với {}|WhatsApp 与 {} 的对话|WhatsApp 與 {} 的對話|{} सोबतच्या WhatsApp गप्पा
"""
_ALL = [wording for line in _WORDINGS.strip().splitlines() for wording in line.split("|")]
_TITLES = [re.compile(re.escape(one).replace(r"\{\}", "(.+)"), re.IGNORECASE) for one in _ALL]
_AGAIN = re.compile(r"(?: ?\(\d{1,3}\))+$")
_ENDINGS = frozenset({".txt", ".zip"})


def name_in_title(file: str) -> str:
    """Give the group's name in a file's name; empty if there is none."""
    stem = stem_of(file)
    for title in _TITLES:
        for written in (stem, stem.replace("_", " ")):
            found = title.fullmatch(written)
            if found:
                return found[1].strip()
    return ""


def stem_of(file: str) -> str:
    """Give a file's name without its ending, and without the figure of a second download."""
    path = PurePath(file)
    return _AGAIN.sub("", path.stem if path.suffix.casefold() in _ENDINGS else path.name).strip()
