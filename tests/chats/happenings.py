"""What happens in a made-up group, day by day, before anybody writes it down."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from random import Random

from tests.chats.bodies import Bodies, Body
from tests.chats.people import NUMBER, SAVED, People, Person
from tests.chats.wording import Language

NAMES = (
    "3B parents",
    "Oak Class 🌳",
    "Y3: swimming",
    'The "Oaks"',
    "Year 3, 2026",
    "Lions & Tigers",
    "3B left",
    "Reception (2026)",
)


@dataclass(frozen=True)
class Happening:
    """One thing that the chat tells: {x} did it, to {y}; {z} is a new number or an admin; `more` are not named."""

    kind: str
    at: datetime
    x: Person | None = None
    y: tuple[Person, ...] = ()
    z: Person | None = None
    more: int = 0
    body: Body | None = None
    group: str = ""
    unread: str = ""

    @property
    def everybody(self) -> tuple[Person, ...]:
        return tuple(one for one in (self.x, *self.y, self.z) if one is not None)


@dataclass
class History:
    """Lets things happen; `inside` are those in the group, told or not."""

    rng: Random
    language: Language
    bodies: Bodies
    ios: bool
    group: str = ""
    told: list[Happening] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.people = People(self.rng)
        day = f"2024-{self.rng.randrange(1, 12):02}-{self.rng.randrange(1, 13):02}T08:03:07"
        self.at = datetime.fromisoformat(day)
        self.group = self.rng.choice(NAMES)
        self.me = replace(self.people.another(), kind=SAVED, number="", own=True)
        if not self.me.text:
            self.me = replace(self.me, text="Ayo Adeyemi")
        self.outside = [self.people.another() for _ in range(self.rng.randrange(8, 15))]
        self.inside = [self.people.another() for _ in range(self.rng.randrange(3, 8))]
        self.bystanders = [self.people.another() for _ in range(3)]

    def run(self, steps: int) -> list[Happening]:
        """The whole chat: the notice, the beginning, and so many steps."""
        founder = self.inside[0]
        self.tell("encryption")
        if self.rng.random() < 0.7:
            self.tell("created", at=self.at - timedelta(days=90), x=founder, group=self.group)
        if self.rng.random() < 0.6:
            self.tell(self.rng.choice(("added you", "you were added")), x=founder, group=self.group)
        for _ in range(steps):
            self.at += timedelta(minutes=self.rng.choice((0, 1, 7, 300, 2000)), seconds=self.rng.randrange(60))
            self.step()
        return self.told

    def step(self) -> None:
        kinds: tuple[tuple[int, Callable[[], None]], ...] = (
            *((46, self.message), (9, self.added), (5, self.several), (3, self.some), (6, self.joined)),
            *((6, self.left), (5, self.removed), (3, self.again), (2, self.back_unseen), (2, self.renumbered)),
            *((2, self.renamed), (4, self.noise), (2, self.asked), (1, self.admin), (1, self.unread)),
        )
        self.rng.choices([do for _, do in kinds], [weight for weight, _ in kinds])[0]()

    def tell(self, kind: str, **facts: object) -> None:
        """Note it, if the language has words for it."""
        if kind in {"message", "unread"} or self.language.knows(kind):
            self.told.append(Happening(kind, facts.pop("at", self.at), **facts))  # type: ignore[arg-type]

    def somebody(self) -> Person:
        return self.rng.choice(self.inside)

    def message(self) -> None:
        sender = self.me if self.rng.random() < 0.1 else self.somebody()
        around = [one for one in (*self.inside, *self.outside, *self.bystanders) if one != sender]
        self.tell("message", x=sender, body=self.bodies.another(around, self.at))

    def _out(self, most: int) -> tuple[Person, ...]:
        self.rng.shuffle(self.outside)
        chosen, self.outside = tuple(self.outside[:most]), self.outside[most:]
        self.inside.extend(chosen)
        return chosen

    def _actor(self, newcomers: tuple[Person, ...]) -> Person:
        return self.rng.choice([one for one in self.inside if one not in newcomers] or [self.me])

    def added(self) -> None:
        who = self._out(1)
        if who:
            kind = self.rng.choice(("added", "added", "added", "you added", "was added"))
            kind = kind if self.language.knows(kind) else "added"
            self.tell(kind, x=self._actor(who) if kind == "added" else None, y=who)

    def several(self) -> None:
        who = self._out(self.rng.randrange(2, 5))
        if len(who) > 1 and self.language.knows("added several"):
            self.tell("added several", x=self._actor(who), y=who)
        else:
            for one in who:
                self.tell("added", x=self._actor((one,)), y=(one,))

    def some(self) -> None:
        if not self.language.knows("added some"):
            return
        who = self._out(2)
        unseen = [self.people.another() for _ in range(self.rng.randrange(2, 5))]
        if len(who) == 2:
            self.tell("added some", x=self._actor(who), y=who, more=len(unseen))
            self.inside.extend(unseen)

    def joined(self) -> None:
        if self.language.knows("joined"):
            self.tell("joined", y=self._out(1)) if self.outside else None

    def _go(self) -> Person | None:
        if len(self.inside) < 3:
            return None
        leaver = self.inside.pop(self.rng.randrange(1, len(self.inside)))
        self.outside.append(leaver)
        return leaver

    def left(self) -> None:
        leaver = self._go() if self.language.knows("left") else None
        if leaver:
            self.tell("left", y=(leaver,))

    def removed(self) -> None:
        leaver = self._go() if self.language.knows("removed") else None
        if leaver:
            kind = self.rng.choice(("removed", "removed", "you removed", "was removed"))
            kind = kind if self.language.knows(kind) else "removed"
            self.tell(kind, x=self._actor((leaver,)) if kind == "removed" else None, y=(leaver,))

    def again(self) -> None:
        """Taken out and put back within the minute, as happens."""
        leaver = self._go() if self.language.knows("removed") else None
        if leaver:
            actor = self._actor((leaver,))
            self.tell("removed", x=actor, y=(leaver,))
            self.outside.remove(leaver)
            self.inside.append(leaver)
            self.tell("added", x=actor, y=(leaver,), at=self.at + timedelta(seconds=20))

    def back_unseen(self) -> None:
        """Somebody who left writes again, and no line told that they came back."""
        leaver = self._go() if self.language.knows("left") else None
        if leaver:
            self.tell("left", y=(leaver,))
            self.outside.remove(leaver)
            self.inside.append(leaver)
            self.tell("message", x=leaver, body=self.bodies.plain())

    def renumbered(self) -> None:
        if self.ios or not self.language.knows("renumbered"):
            if self.language.knows("changed number"):
                self.tell("changed number", y=(self.somebody(),))
            return
        numbers = [one for one in self.inside if one.kind == NUMBER]
        if numbers:
            old, new = self.rng.choice(numbers), self.people.number()
            self.inside[self.inside.index(old)] = new
            self.tell("renumbered", y=(old,), z=new)

    def renamed(self) -> None:
        if self.language.knows("renamed"):
            self.group = self.rng.choice([name for name in NAMES if name != self.group])
            self.tell("renamed", x=self.somebody(), group=self.group)

    def noise(self) -> None:
        kind = self.rng.choice(("noise", "noise of nobody", "security", "deleted by admin"))
        if kind == "security":
            self.tell(kind, y=(self.somebody(),))
        elif kind == "deleted by admin":
            admin = self.somebody()
            self.tell(
                "message", x=self.somebody(), z=admin, body=Body("This message was deleted by admin {z}", marked=True)
            )
        else:
            self.tell(kind, x=self.somebody() if kind == "noise" else None)

    def asked(self) -> None:
        """Somebody asks to be let in, and is not."""
        if self.language.name == "en":
            self.told.append(Happening("asked", self.at, y=(self.people.another(),)))

    def admin(self) -> None:
        self.tell("admin")

    def unread(self) -> None:
        """A sentence in words that nobody has written down yet."""
        self.tell("unread", unread="Grupa zgłosiła nieznane zdarzenie")
