"""Romanian. What WhatsApp says of encryption, deleted messages, codes and calls is as in its own texts of version 22.24.81.
Of membership the verbs were seen in the lists of two readers of many languages ("a creat grupul", "a adăugat", "a eliminat",
"a ieșit", "a părăsit grupul"); the lines are read as plain Romanian says it, and marked.
"""

from adapters.platforms.chats.notices.wording import Language, aside, came, demoted, promoted, went
from roster.chat_log import OWN

ROMANIAN = Language(
    "ro",
    own=("Dvs.", "dvs.", "Tu", "tu", "Dumneavoastră"),
    wordings=(
        *aside(
            "Mesajele și apelurile sunt criptate integral{rest}",
            "Acest mesaj a fost șters{rest}",
            "Ați șters acest mesaj{rest}",
        ),
        *aside(
            "Codul dvs. de securitate cu {any} s-a schimbat{rest}", "Apel vocal ratat{rest}", "Apel video ratat{rest}"
        ),
        *aside('{any} a schimbat subiectul din "{any}" în "{name}"', '{any} a schimbat subiectul în "{name}"'),
    ),
    unverified=(
        *came('{maker} a creat grupul "{name}"', "{maker} a creat grupul"),
        *came("{by} a adăugat {list}"),
        *went("{person} a părăsit grupul"),
        *came("{by} a adăugat pe {list}", "{by} l-a adăugat pe {person}", "{by} a adăugat-o pe {person}"),
        *came("{by} v-a adăugat", "{by} te-a adăugat", "Ați fost adăugat", "Ați fost adăugat(ă)", people=OWN),
        *came("Ați adăugat {list}", "Ați adăugat pe {list}", by=OWN),
        *came("{person} s-a alăturat folosind linkul de invitație al acestui grup", "{person} s-a alăturat grupului"),
        *came("{person} a intrat folosind linkul de invitație al acestui grup"),
        *went("{by} a eliminat {list}", "{by} a eliminat pe {list}", "{by} l-a eliminat pe {person}"),
        *went("{person} a ieșit", "{person} a ieșit din grup", "{person} a părăsit"),
        *went("Ați părăsit grupul", people=OWN),
        *promoted("Acum sunteți administrator", "Sunteți acum administrator", people=OWN),
        *demoted("Nu mai sunteți administrator", people=OWN),
        *aside(
            '{any} a schimbat numele grupului în "{name}"',
            "{any} a schimbat imaginea grupului",
            "{any} a schimbat pictograma{rest}",
        ),
    ),
    ands=(" și ", " şi "),
    others=(" și alte # persoane", " și alți #", " și încă #"),
    tails=("Atingeți pentru ", "Apăsați pentru "),
    things=("acest grup", "un mesaj"),
)
