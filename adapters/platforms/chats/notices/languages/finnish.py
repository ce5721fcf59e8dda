"""Finnish. What WhatsApp says of encryption, deleted messages, codes and calls is as in its own texts of version 22.24.81.
Of membership the verbs were seen in the list of one reader of many languages ("loi ryhmän", "lisäsi henkilön", "poisti
henkilön", "poistui"); the lines are read as plain Finnish says it, and marked.
"""

from adapters.platforms.chats.notices.wording import Language, aside, came, went

FINNISH = Language(
    "fi",
    own=("Sinä", "sinä", "sinut", "Sinut"),
    wordings=(
        *aside(
            "Viestit ja puhelut salataan täysin{rest}", "Tämä viesti poistettiin{rest}", "Poistit tämän viestin{rest}"
        ),
        *aside("Turvanumerosi muuttui henkilön {any} kanssa{rest}"),
        *aside("Vastaamaton äänipuhelu{rest}", "Vastaamaton videopuhelu{rest}"),
    ),
    unverified=(
        *came(
            '{maker} loi ryhmän "{name}"',
            "{maker} loi tämän ryhmän",
            "{by} lisäsi henkilön {person}",
            "{by} lisäsi henkilöt {list}",
        ),
        *came("{person} liittyi tämän ryhmän kutsulinkillä", "{person} liittyi käyttämällä tämän ryhmän kutsulinkkiä"),
        *went("{person} poistui", "{person} poistui ryhmästä", "{by} poisti henkilön {person}"),
    ),
    ands=(" ja ",),
    others=(" ja # muuta",),
    tails=("Napauta ",),
)
