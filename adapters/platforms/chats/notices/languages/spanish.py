"""Spanish, as in the tests of a reader of Android exports (jahammo2/whatsapp_inactive_members_handler), in the lists of
other readers ("te uniste desde la comunidad", "ahora eres admin. del grupo"), and in WhatsApp's own texts of version 22.24.81.
"""

from adapters.platforms.chats.notices.wording import Language, aside, came, demoted, promoted, renumbered, went
from roster.chat_log import OWN

SPANISH = Language(
    "es",
    own=("Tú", "tú", "ti", "vos", "Vos"),
    wordings=(
        *came('{maker} creó el grupo "{name}"', "{maker} creó este grupo", "{maker} creó el grupo"),
        *came("Creaste este grupo", "Creaste el grupo", by=OWN, people=OWN),
        *came('Creaste el grupo "{name}"', by=OWN, people=OWN),
        *came("{by} añadió a {list}", "Se añadió a {list}"),
        *came("Añadiste a {list}", by=OWN),
        *came("{by} te añadió", people=OWN),
        *came("{person} se unió usando el enlace de invitación de este grupo"),
        *came("{person} se unió mediante el enlace de invitación de este grupo"),
        *came("{person} se unió usando el enlace de invitación del grupo", "{person} se unió desde la comunidad"),
        *came("Te uniste usando el enlace de invitación de este grupo", people=OWN),
        *came("Te uniste mediante el enlace de invitación de este grupo", "Te uniste desde la comunidad", people=OWN),
        *went("{person} salió del grupo"),
        *went("Saliste del grupo", people=OWN),
        *went("{by} eliminó a {list}", "Se eliminó a {list}"),
        *went("Eliminaste a {list}", by=OWN),
        *went("{by} te eliminó", people=OWN),
        *promoted("Ahora eres admin. del grupo", "Ahora eres administrador del grupo", "Ahora eres admin.", people=OWN),
        *aside('{any} cambió el asunto de "{any}" a "{name}"', '{any} cambió el asunto a "{name}"'),
        *aside('{any} cambió el nombre del grupo de "{any}" a "{name}"', '{any} cambió el nombre del grupo a "{name}"'),
        *aside('{any} cambió el asunto del grupo a "{name}"', '{any} cambió el asunto del grupo de "{any}" a "{name}"'),
        *aside('Cambiaste el asunto de "{any}" a "{name}"', 'Cambiaste el asunto a "{name}"'),
        *aside('Cambiaste el nombre del grupo a "{name}"', 'Cambiaste el asunto del grupo a "{name}"'),
        *aside("{any} cambió su número de teléfono{rest}", "{any} solicitó unirse{rest}"),
        *aside(
            "{any} cambió la foto del grupo", "{any} cambió el ícono de este grupo", "{any} cambió el ícono del grupo"
        ),
        *aside(
            "{any} cambió la imagen del grupo",
            "{any} eliminó la foto del grupo",
            "{any} cambió la descripción del grupo",
        ),
        *aside("Los mensajes y las llamadas están cifrados de extremo a extremo{rest}"),
        *aside("Cambió tu código de seguridad con {any}", "{any} cambió tu código de seguridad{rest}"),
        *aside("Se eliminó este mensaje{rest}", "Eliminaste este mensaje{rest}", "Esperando este mensaje{rest}"),
        *aside("Llamada perdida{rest}", "Llamada de voz perdida{rest}", "Videollamada perdida{rest}"),
        *aside("{any} activó los mensajes temporales{rest}", "{any} desactivó los mensajes temporales{rest}"),
        *aside("Activaste los mensajes temporales{rest}", "Desactivaste los mensajes temporales{rest}"),
    ),
    unverified=(
        *came(
            "{by} agregó a {list}", "Se agregó a {list}", "{person} se unió", "{person} se unió mediante tu invitación"
        ),
        *came("Agregaste a {list}", by=OWN),
        *came("{by} te agregó", "Fuiste añadido", "Fuiste agregado", people=OWN),
        *came(
            "{person} se unió con el enlace de invitación de este grupo", "{person} se unió usando un enlace del grupo"
        ),
        *came("{person} se unió mediante un enlace del grupo", "{person} se unió usando un enlace de grupo"),
        *went("{person} salió", "{person} abandonó el grupo"),
        *went("Saliste", people=OWN),
        *renumbered("{number} cambió a {new}", "{number} cambió su número a {new}"),
        *demoted("Ya no eres admin. del grupo", "Ya no eres administrador del grupo", people=OWN),
        *aside("{any} cambió la configuración de este grupo{rest}", "{any} cambió la configuración del grupo{rest}"),
        *aside("{any} cambió los ajustes de este grupo{rest}", "{any} cambió los ajustes del grupo{rest}"),
        *aside("{any} fijó un mensaje", '{any} añadió este grupo a la comunidad "{any}"'),
    ),
    commas=(", ", ", a "),
    ands=(" y ", " e ", " y a ", " e a "),
    others=(" y # personas más", " y # más", " y a # personas más", " y otras # personas", " y a otras # personas"),
    tails=("Toca para ", "Pulsa para ", "Toca aquí ", "Pulsa aquí "),
    things=("este grupo", "la comunidad", "este mensaje"),
)
