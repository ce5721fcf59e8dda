"""Italian, as in two readers of Italian exports, one with lines of a real chat ("è entrato usando il link d'invito al
gruppo", "è stato cambiato con", "ha cambiato numero."), and in WhatsApp's own texts of version 22.24.81.
"""

from adapters.platforms.chats.notices.wording import Language, aside, came, demoted, promoted, renumbered, went
from roster.chat_log import OWN

ITALIAN = Language(
    "it",
    own=("Tu", "tu", "te"),
    wordings=(
        *came('{maker} ha creato il gruppo "{name}"', "{maker} ha creato il gruppo", "{maker} ha creato questo gruppo"),
        *came('Hai creato il gruppo "{name}"', by=OWN, people=OWN),
        *came("Hai creato questo gruppo", "Hai creato il gruppo", by=OWN, people=OWN),
        *came("{by} ha aggiunto {list}", "{list} è stato aggiunto", "{list} è stata aggiunta"),
        *came("Hai aggiunto {list}", "Tu hai aggiunto {list}", by=OWN),
        *came("{by} ti ha aggiunto", people=OWN),
        *came(
            "{person} è entrato usando il link d'invito al gruppo",
            "{person} è entrata usando il link d'invito al gruppo",
        ),
        *went("{person} ha abbandonato"),
        *went("{by} ha rimosso {list}"),
        *went("Hai rimosso {list}", "Tu hai rimosso {list}", by=OWN),
        *renumbered("{number} è stato cambiato con {new}"),
        *promoted("Ora sei un amministratore", people=OWN),
        *demoted("Non sei più un amministratore", people=OWN),
        *aside('{any} ha cambiato l\'oggetto da "{any}" a "{name}"', '{any} ha cambiato l\'oggetto in "{name}"'),
        *aside('Hai cambiato l\'oggetto da "{any}" a "{name}"', 'Hai cambiato l\'oggetto in "{name}"'),
        *aside("{any} ha cambiato numero{rest}", "Hai revocato il link{rest}"),
        *aside("{any} ha cambiato l'immagine del gruppo", "Hai cambiato l'immagine del gruppo"),
        *aside("{any} ha cambiato la descrizione del gruppo{rest}", "Hai cambiato la descrizione del gruppo{rest}"),
        *aside("{any} cambiato le impostazioni del gruppo{rest}"),
        *aside("I messaggi e le chiamate sono crittografati end-to-end{rest}"),
        *aside("I messaggi inviati a questo gruppo sono ora protetti con la crittografia end-to-end{rest}"),
        *aside("Il tuo codice di sicurezza con {any} è cambiato{rest}", "Il codice sicurezza di {any}"),
        *aside("Questo messaggio è stato eliminato{rest}", "Hai eliminato questo messaggio{rest}"),
        *aside("Chiamata vocale persa{rest}", "Videochiamata persa{rest}", "{any} è tra i tuoi contatti"),
        *aside("Hai bloccato questo contatto{rest}", "Hai sbloccato questo contatto{rest}"),
    ),
    unverified=(
        *came("{person} è entrato usando il link di invito di questo gruppo", "{person} è entrato dalla community"),
        *came("{person} si è unito usando il link d'invito di questo gruppo", "{person} si è unito dalla community"),
        *came("{person} si è unito usando il link di invito del gruppo", "{person} è entrato tramite link di gruppo"),
        *came("{by} ti ha aggiunta", "Sei stato aggiunto", "Sei stata aggiunta", "Sei stato/a aggiunto/a", people=OWN),
        *came("Sei entrato usando il link d'invito al gruppo", people=OWN),
        *went("{person} ha abbandonato il gruppo"),
        *went("Hai abbandonato", "Hai abbandonato il gruppo", "{by} ti ha rimosso", people=OWN),
        *aside('{any} ha cambiato il nome del gruppo in "{name}"', "{any} ha fissato un messaggio"),
        *aside("{any} ha attivato i messaggi effimeri{rest}", "{any} ha disattivato i messaggi effimeri{rest}"),
        *aside('{any} ha aggiunto questo gruppo alla community "{any}"', "{any} ha chiesto di entrare{rest}"),
    ),
    ands=(" e ", " ed "),
    others=(" e altre # persone", " e altri #", " e altre #"),
    tails=("Tocca per ", "Tocca qui "),
    things=("questo gruppo", "un messaggio"),
)
