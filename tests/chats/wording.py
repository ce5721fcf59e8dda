"""What the platform says of its members, in the languages whose wording is known from real files or documents."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

Wordings = tuple[str, ...]


@dataclass(frozen=True)
class Language:
    """A language's sentences by what happened; {x} did it to {y}, {n} is a group's name, {more} counts the unnamed.

    `listing` writes several people; `you` is what the exporter is called where a sentence has no form of its own.
    """

    name: str
    says: dict[str, Wordings]
    listing: Callable[[Sequence[str]], str]
    several: Callable[[Sequence[str], int], str] | None = None
    placeholders: Wordings = field(default=("<Media omitted>",))

    def knows(self, kind: str) -> bool:
        return kind in self.says


def _joined(word: str, *, comma: str = "") -> Callable[[Sequence[str]], str]:
    def write(names: Sequence[str]) -> str:
        if len(names) == 2:
            return f"{names[0]} {word} {names[1]}"
        return f"{', '.join(names[:-1])}{comma} {word} {names[-1]}"

    return write


_ENCRYPTED = (
    "Messages and calls are end-to-end encrypted. No one outside of this chat, not even WhatsApp, can read or listen to "
    "them. Tap to learn more."
)
_VERSCHLUESSELT = (
    "Nachrichten und Anrufe sind Ende-zu-Ende-verschlüsselt. Niemand außerhalb dieses Chats kann sie lesen oder anhören, "
    "nicht einmal WhatsApp. Tippe, um mehr zu erfahren."
)
ENGLISH = Language(
    "en",
    {
        "created": ('{x} created group "{n}"',),
        "created, ios": ("{x} created group “{n}”", "{x} created this group"),
        "you created": ('You created group "{n}"',),
        "added": ("{x} added {y}", "{x} added {y}. Tap to change who can add other participants."),
        "you added": ("You added {y}",),
        "added you": ("{x} added you",),
        "you were added": ("You were added",),
        "was added": ("{y} was added",),
        "added several": ("{x} added {y}",),
        "added some": ("{x} added {y}. Tap to see all.",),
        "joined": (
            "{y} joined using this group's invite link",
            "{y} joined using this group’s invite link",
            "{y} joined using a group link.",
            "{y} joined using your invite.",
            "{y} joined using this community's invite link",
            "{y} joined from the community",
        ),
        "left": ("{y} left",),
        "removed": ("{x} removed {y}",),
        "you removed": ("You removed {y}",),
        "was removed": ("{y} was removed",),
        "changed number": ("{y} changed their phone number to a new number. Tap to message or add the new number.",),
        "renumbered": ("{y} changed to {z}",),
        "renamed": ('{x} changed the subject to "{n}"', '{x} changed the group name to "{n}"'),
        "renamed, ios": ("{x} changed the subject to “{n}”",),
        "admin": ("You're now an admin", "You're no longer an admin"),
        "noise": (
            "{x} changed this group's icon",
            "{x} reset this group's invite link",
            "{x} turned on admin approval to join this group.",
            "{x} changed this group's settings to allow only admins to add others to this group",
            "{x} turned off advanced chat privacy",
            "{x} pinned a message",
        ),
        "noise of nobody": (
            "This group has over 256 members so now only admins can edit the group settings",
            "New members need admin approval to join this group.",
            "Waiting for this message. This may take a while.",
            "Voice chat • 3 joined",
        ),
        "security": ("Your security code with {y} changed. Tap to learn more.",),
        "encryption": (_ENCRYPTED,),
    },
    _joined("and"),
    lambda names, more: f"{', '.join(names)}, and {more} others",
)
GERMAN = Language(
    "de",
    {
        "created": ("{x} hat die Gruppe „{n}“ erstellt.", "{x} hat die Gruppe erstellt."),
        "added": ("{x} hat {y} hinzugefügt.", "{x} hat {y} hinzugefügt"),
        "you added": ("Du hast {y} hinzugefügt.",),
        "added you": ("{x} hat dich hinzugefügt.",),
        "was added": ("{y} wurde hinzugefügt.",),
        "added several": ("{x} hat {y} hinzugefügt.",),
        "added some": ("{x} hat {y} hinzugefügt. Tippe, um alle zu sehen.",),
        "removed": ("{x} hat {y} entfernt.",),
        "you removed": ("Du hast {y} entfernt.",),
        "left": ("{y} hat die Gruppe verlassen.",),
        "changed number": ("{y} hat die Telefonnummer gewechselt. Tippe, um eine Nachricht zu schreiben.",),
        "admin": ("Du bist jetzt ein*e Admin.",),
        "encryption": (_VERSCHLUESSELT,),
    },
    _joined("und"),
    lambda names, more: f"{', '.join(names)} und {more}\u00a0weitere Personen",
    ("<Medien ausgeschlossen>",),
)
SPANISH = Language(
    "es",
    {
        "created": ('{x} creó el grupo "{n}"',),
        "added": ("{x} añadió a {y}",),
        "you added": ("Añadiste a {y}",),
        "added you": ("{x} te añadió",),
        "was added": ("Se añadió a {y}",),
        "added several": ("{x} añadió a {y}",),
        "removed": ("{x} eliminó a {y}",),
        "you removed": ("Eliminaste a {y}",),
        "was removed": ("Se eliminó a {y}",),
        "left": ("{y} salió del grupo", "{y} salió del grupo."),
        "joined": (
            "{y} se unió usando el enlace de invitación de este grupo",
            "{y} se unió mediante el enlace de invitación de este grupo",
        ),
        "changed number": ("{y} cambió su número de teléfono. Pulsa para enviar un mensaje.",),
        "admin": ("Ahora eres admin. del grupo",),
        "encryption": ("Los mensajes y las llamadas están cifrados de extremo a extremo.",),
    },
    _joined("y"),
    None,
    ("<Multimedia omitido>",),
)
PORTUGUESE = Language(
    "pt",
    {
        "created": ('{x} criou o grupo "{n}"',),
        "added": ("{x} adicionou {y}",),
        "you were added": ("Você foi adicionado(a)",),
        "added several": ("{x} adicionou {y}",),
        "removed": ("{x} removeu {y}",),
        "left": ("{y} saiu",),
        "joined": ("{y} entrou usando o link de convite deste grupo",),
        "encryption": ("As mensagens e as ligações são protegidas com a criptografia de ponta a ponta.",),
    },
    _joined("e"),
    None,
    ("<Mídia oculta>",),
)
DUTCH = Language(
    "nl",
    {
        "created": ('{x} heeft de groep "{n}" gemaakt',),
        "added": ("{x} heeft {y} toegevoegd",),
        "added you": ("{x} heeft je toegevoegd",),
        "encryption": ("Berichten en oproepen zijn end-to-end versleuteld.",),
    },
    _joined("en"),
    None,
    ("<Media weggelaten>",),
)
LANGUAGES = (ENGLISH, GERMAN, SPANISH, ENGLISH, PORTUGUESE, ENGLISH, DUTCH)
