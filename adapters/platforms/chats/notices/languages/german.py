"""German, as in the WhatsR package's patterns for Android and iPhone (gesiscss/WhatsR, `inst/Languages.csv`) and in other
readers of German exports; what WhatsApp says of encryption, codes and calls as in its own texts of version 22.24.81.
"""

from adapters.platforms.chats.notices.wording import Language, aside, came, demoted, promoted, renumbered, went
from roster.chat_log import OWN

GERMAN = Language(
    "de",
    own=("Du", "du", "dich", "Dich"),
    wordings=(
        *came('{maker} hat die Gruppe "{name}" erstellt', '{maker} hast die Gruppe "{name}" erstellt'),
        *came("{maker} hat die Gruppe erstellt", "{maker} hast die Gruppe erstellt"),
        *came("{maker} hat diese Gruppe erstellt", "{maker} hast diese Gruppe erstellt"),
        *came("{by} hat {list} hinzugefügt"),
        *came("Du hast {list} hinzugefügt", by=OWN),
        *came("{list} wurde hinzugefügt", "{list} wurden hinzugefügt"),
        *came("Du wurdest hinzugefügt", people=OWN),
        *went("{person} hat die Gruppe verlassen"),
        *went("Du hast die Gruppe verlassen", people=OWN),
        *went("{by} hat {list} entfernt"),
        *went("Du hast {list} entfernt", by=OWN),
        *renumbered("{number} hat zu {new} gewechselt"),
        *promoted("Du bist jetzt ein*e Admin", "Du bist jetzt ein Admin", "Du bist jetzt Admin", people=OWN),
        *aside('{any} den Betreff von "{any}" zu "{name}" geändert', '{any} den Betreff zu "{name}" geändert'),
        *aside('{any} den Gruppennamen zu "{name}" geändert', '{any} den Gruppennamen in "{name}" geändert'),
        *aside("{any} hat die Telefonnummer gewechselt{rest}", "{any} hat eine neue Telefonnummer{rest}"),
        *aside("{any} das Gruppenbild geändert", "{any} das Gruppenbild gelöscht", "{any} das Gruppenbild entfernt"),
        *aside("{any} die Gruppenbeschreibung geändert", "{any} die Gruppenbeschreibung gelöscht"),
        *aside("Nachrichten und Anrufe sind Ende-zu-Ende-verschlüsselt{rest}"),
        *aside("Nachrichten an diese Gruppe sind jetzt mit Ende-zu-Ende-Verschlüsselung geschützt{rest}"),
        *aside("Nachrichten in diesem Chat sowie Anrufe sind jetzt mit Ende-zu-Ende-Verschlüsselung geschützt{rest}"),
        *aside("Deine Sicherheitsnummer für {any} hat sich geändert{rest}"),
        *aside("Diese Nachricht wurde gelöscht{rest}", "Du hast diese Nachricht gelöscht{rest}"),
        *aside("Verpasster Sprachanruf{rest}", "Verpasster Videoanruf{rest}", "Verpasster Gruppen{any}"),
        *aside("{any} hat einen Anruf gestartet", "{any} hat einen Videoanruf gestartet"),
        *aside(
            "{any} selbstlöschende Nachrichten aktiviert{rest}", "{any} selbstlöschende Nachrichten deaktiviert{rest}"
        ),
    ),
    unverified=(
        *came("{person} ist der Gruppe über den Einladungslink beigetreten"),
        *came("{person} ist dieser Gruppe über den Einladungslink beigetreten"),
        *came("{person} ist dieser Gruppe mit dem Einladungslink beigetreten"),
        *came("{person} ist der Gruppe mit dem Einladungslink beigetreten"),
        *came("{person} ist der Gruppe mithilfe des Einladungslinks beigetreten"),
        *came("{person} ist über den Einladungslink beigetreten", "{person} ist über einen Einladungslink beigetreten"),
        *came("{person} ist über den Einladungslink der Gruppe beigetreten"),
        *came("{person} ist über einen Gruppenlink beigetreten", "{person} ist über den Gruppenlink beigetreten"),
        *came("{person} ist der Gruppe beigetreten", "{person} ist dieser Gruppe beigetreten"),
        *came("Du bist dieser Gruppe über den Einladungslink beigetreten", people=OWN),
        *went("{list} wurde entfernt", "{list} wurden entfernt"),
        *went("Du wurdest entfernt", people=OWN),
        *demoted("Du bist kein Admin mehr", "Du bist kein*e Admin mehr", people=OWN),
        *aside("{any} die Gruppeneinstellungen geändert{rest}", "{any} die Einstellungen dieser Gruppe geändert{rest}"),
        *aside("{any} eine Nachricht angeheftet", "Warte auf diese Nachricht{rest}"),
    ),
    ands=(" und ",),
    others=(" und # weitere Personen", " und # weitere Person", " und # weitere"),
    tails=("Tippe, um ", "Tippe zum ", "Tippe für ", "Tippe hier"),
    things=("das Gruppenbild", "die Gruppenbeschreibung", "diese Gruppe", "eine Nachricht"),
)
