"""Polish. What WhatsApp says of encryption, deleted messages, codes and calls is as in its own texts of version 22.24.81.
Of membership only the verbs were seen ("utworzył", "dodał", "usunął", "opuścił"), in the list of one reader of many
languages; the lines are read as plain Polish says it, and marked. "Użytkownik X" is left unread rather than taken for a name.
"""

from adapters.platforms.chats.notices.wording import Language, aside, came, demoted, promoted, went
from roster.chat_log import OWN

_ADDED = ("dodał(a)", "dodał(-a)", "dodał", "dodała")
_REMOVED = ("usunął(-ęła)", "usunął(ęła)", "usunął", "usunęła")
_LEFT = ("opuścił(a)", "opuścił(-a)", "opuścił", "opuściła")
_MADE = ("utworzył(a)", "utworzył(-a)", "utworzył", "utworzyła")
_JOINED = ("dołączył(a)", "dołączył(-a)", "dołączył", "dołączyła")

POLISH = Language(
    "pl",
    own=("Ty", "ty", "Cię", "cię", "Ciebie", "ciebie"),
    wordings=(
        *aside("Wiadomości i połączenia są w pełni zaszyfrowane{rest}", "Ta wiadomość została usunięta{rest}"),
        *aside("Usunąłeś(-ęłaś) tę wiadomość{rest}", "Twoja wiadomość została usunięta{rest}"),
        *aside("Twój kod zabezpieczeń z użytkownikiem {any} zmienił się{rest}"),
        *aside("Nieodebrane połączenie{rest}", "Nieodebrane poł. {any}"),
    ),
    unverified=(
        *came(*(f'{{maker}} {made} grupę "{{name}}"' for made in _MADE)),
        *came(*(f"{{maker}} {made} tę grupę" for made in _MADE)),
        *came(*(f"{{by}} {added} {{list}}" for added in _ADDED)),
        *came("Dodałeś(-aś) {list}", "Dodano {list}", by=OWN),
        *came(*(f"{{person}} {joined}, korzystając z zaproszenia do tej grupy" for joined in _JOINED)),
        *came(*(f"{{person}} {joined} za pomocą linku zapraszającego do tej grupy" for joined in _JOINED)),
        *came(*(f"{{person}} {joined} do grupy" for joined in _JOINED)),
        *went(*(f"{{person}} {left} grupę" for left in _LEFT)),
        *went(*(f"{{by}} {removed} {{list}}" for removed in _REMOVED)),
        *went("Opuściłeś(-aś) grupę", "Opuściłeś(aś) grupę", people=OWN),
        *promoted("Jesteś teraz administratorem", "Jesteś teraz administratorem grupy", people=OWN),
        *demoted("Nie jesteś już administratorem", "Nie jesteś już administratorem grupy", people=OWN),
    ),
    ands=(" i ", " oraz "),
    others=(" i # innych", " i # inne", " i # inne osoby", " i # innych osób"),
    tails=("Stuknij, aby ", "Dotknij, aby "),
    things=("Użytkownik ", "użytkownik ", "Użytkowni", "użytkowni", "tę grupę", "ikonę", "opis grupy", "wiadomość"),
)
