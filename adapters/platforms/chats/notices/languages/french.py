"""French, as in two readers of French iPhone exports ("a créé le groupe", "vous a ajouté", "a ajouté", "a quitté",
"a été retiré", "a remplacé le nom du groupe") and in WhatsApp's own texts of version 22.24.81. No real chat was seen.
"""

from adapters.platforms.chats.notices.wording import Language, aside, came, demoted, promoted, renumbered, went
from roster.chat_log import OWN

FRENCH = Language(
    "fr",
    own=("Vous", "vous"),
    wordings=(
        *came('{maker} a créé le groupe "{name}"', "{maker} a créé le groupe", "{maker} a créé ce groupe"),
        *came('Vous avez créé le groupe "{name}"', by=OWN, people=OWN),
        *came("Vous avez créé ce groupe", "Vous avez créé le groupe", by=OWN, people=OWN),
        *came("{by} a ajouté {list}", "{list} a été ajouté", "{list} a été ajouté(e)", "{list} ont été ajoutés"),
        *came("Vous avez ajouté {list}", by=OWN),
        *came(
            "{by} vous a ajouté", "{by} vous a ajouté(e)", "Vous avez été ajouté", "Vous avez été ajouté(e)", people=OWN
        ),
        *went("{person} a quitté le groupe", "{person} a quitté"),
        *went("Vous avez quitté le groupe", people=OWN),
        *went("{by} a retiré {list}", "{list} a été retiré", "{list} a été retiré(e)"),
        *went("Vous avez retiré {list}", by=OWN),
        *went(
            "{by} vous a retiré", "{by} vous a retiré(e)", "Vous avez été retiré", "Vous avez été retiré(e)", people=OWN
        ),
        *aside("{any} a modifié le sujet{rest}", "{any} a changé le sujet{rest}", "{any} a changé l'icône{rest}"),
        *aside('{any} a changé le sujet de "{any}" à "{name}"', '{any} a changé le sujet en "{name}"'),
        *aside('{any} a remplacé le nom du groupe par "{name}"', "{any} a remplacé le nom du groupe{rest}"),
        *aside("{any} a changé la photo du groupe", "{any} a modifié la description du groupe{rest}"),
        *aside("Les messages et les appels sont chiffrés de bout en bout{rest}"),
        *aside("Les messages et appels sont chiffrés de bout en bout{rest}"),
        *aside("Votre code de sécurité avec {any} a changé{rest}", "Le code de sécurité {any}"),
        *aside("Ce message a été supprimé{rest}", "Vous avez supprimé ce message{rest}"),
        *aside("Appel vocal manqué{rest}", "Appel vidéo manqué{rest}"),
    ),
    unverified=(
        *came("{person} a rejoint en utilisant le lien d'invitation de ce groupe", "{person} a rejoint le groupe"),
        *came(
            "{person} a rejoint le groupe en utilisant le lien d'invitation", "{person} a rejoint via un lien de groupe"
        ),
        *came(
            "{person} a rejoint le groupe via le lien d'invitation",
            "{person} a rejoint le groupe via un lien d'invitation",
        ),
        *came(
            "{person} a rejoint via le lien d'invitation", "{person} a rejoint via le lien d'invitation de ce groupe"
        ),
        *came("{person} a rejoint via un lien d'invitation", "{person} a rejoint depuis la communauté"),
        *came("{person} a rejoint le groupe via le lien d'invitation de ce groupe", "{person} a rejoint"),
        *came("Vous avez rejoint le groupe via le lien d'invitation", people=OWN),
        *went("{person} est parti", "{person} est parti(e)"),
        *renumbered("{number} a changé pour {new}"),
        *promoted(
            "Vous êtes maintenant admin", "Vous êtes désormais admin", "Vous êtes maintenant un admin", people=OWN
        ),
        *demoted("Vous n'êtes plus admin", "Vous n'êtes plus un admin", people=OWN),
        *aside("{any} a changé de numéro de téléphone{rest}", "{any} a changé son numéro de téléphone{rest}"),
        *aside("{any} a modifié les paramètres{rest}", "{any} a épinglé un message"),
        *aside("{any} a activé les messages éphémères{rest}", "{any} a désactivé les messages éphémères{rest}"),
        *aside("{any} a demandé à rejoindre{rest}", '{any} a ajouté ce groupe à la communauté "{any}"'),
    ),
    ands=(" et ",),
    others=(" et # autres personnes", " et # autres", " et # autre"),
    tails=("Appuyez pour ", "Touchez pour ", "Cliquez pour "),
    things=("ce groupe", "un message", "la photo du groupe", "la description"),
)
