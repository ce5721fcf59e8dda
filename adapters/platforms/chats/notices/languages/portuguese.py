"""Portuguese of Brazil and of Portugal, as in an export of Android kept in a public notebook of 2020 ("adicionou você",
"saiu", "removeu", "entrou usando o link de convite deste grupo"), in chatlens's reader of Android exports, and in readers of
2024 to 2026 ("entrou usando um link de convite"). WhatsApp's own texts of version 22.24.81 for encryption, codes and calls.
"""

from adapters.platforms.chats.notices.wording import Language, aside, came, demoted, promoted, renumbered, went
from roster.chat_log import OWN

PORTUGUESE = Language(
    "pt",
    own=("Você", "você", "Tu", "ti"),
    wordings=(
        *came('{maker} criou o grupo "{name}"', "{maker} criou este grupo", "{maker} criou o grupo"),
        *came("{by} adicionou {list}", "{list} foi adicionado", "{list} foi adicionada", "{list} foi adicionado(a)"),
        *came("{person} entrou usando o link de convite deste grupo", "{person} entrou usando um link de convite"),
        *came("{person} entrou"),
        *went("{person} saiu", "{person} saiu do grupo"),
        *went("{by} removeu {list}", "{list} foi removido", "{list} foi removida", "{list} foi removido(a)"),
        *promoted("{person} agora é administrador", "{person} agora é um administrador", "{person} agora é admin"),
        *demoted(
            "{person} não é mais um administrador", "{person} não é mais administrador", "{person} não é mais admin"
        ),
        *aside('{any} mudou o assunto de "{any}" para "{name}"', '{any} mudou o assunto para "{name}"'),
        *aside('{any} mudou o nome do grupo de "{any}" para "{name}"', '{any} mudou o nome do grupo para "{name}"'),
        *aside('{any} alterou o assunto de "{any}" para "{name}"', '{any} alterou o assunto para "{name}"'),
        *aside('{any} alterou o nome do grupo para "{name}"', '{any} mudou o nome para "{name}"'),
        *aside("{any} mudou seu número de telefone{rest}", "{any} mudou de número{rest}"),
        *aside("{any} mudou a imagem do grupo", "{any} mudou a imagem deste grupo", "{any} apagou a imagem do grupo"),
        *aside(
            "{any} mudou o ícone deste grupo", "{any} mudou a descrição do grupo", "{any} apagou a descrição do grupo"
        ),
        *aside("{any} mudou as configurações desse grupo{rest}", "{any} mudou as configurações deste grupo{rest}"),
        *aside("As mensagens e as chamadas são protegidas com a criptografia de ponta a ponta{rest}"),
        *aside("As mensagens e ligações são protegidas com a criptografia de ponta a ponta{rest}"),
        *aside("As mensagens e chamadas são encriptadas ponto a ponto{rest}"),
        *aside("As mensagens e as chamadas são criptografadas de ponta a ponta{rest}"),
        *aside(
            "Seu código de segurança com {any} mudou{rest}",
            "O seu código de segurança partilhado com {any} mudou{rest}",
        ),
        *aside("Mensagem apagada", "Esta mensagem foi apagada{rest}", "Essa mensagem foi apagada{rest}"),
        *aside("Você apagou esta mensagem{rest}", "Apagou esta mensagem{rest}"),
        *aside("Chamada de voz perdida{rest}", "Chamada de vídeo perdida{rest}", "Videochamada perdida{rest}"),
        *aside("{any} ativou as mensagens temporárias{rest}", "{any} desativou as mensagens temporárias{rest}"),
        *aside("As mensagens temporárias {any}"),
    ),
    unverified=(
        *came("{person} entrou pela comunidade", "{person} entrou através do link de convite deste grupo"),
        *came("{person} entrou através da ligação de convite deste grupo", "{person} entrou com um link de convite"),
        *came(
            "{by} adicionou-o", "{by} adicionou-te", "Foi adicionado", "Foi adicionada", "Foi adicionado(a)", people=OWN
        ),
        *came("Adicionou {list}", by=OWN),
        *went("Saiu do grupo", people=OWN),
        *renumbered("{number} mudou para {new}", "{number} mudou o número para {new}"),
        *aside(
            "{any} fixou uma mensagem",
            '{any} adicionou este grupo à comunidade "{any}"',
            "{any} pediu para entrar{rest}",
        ),
    ),
    ands=(" e ",),
    others=(" e outras # pessoas", " e mais # pessoas", " e outros #", " e mais #"),
    tails=("Toque para ", "Clique para ", "Toque aqui "),
    things=("este grupo", "esse grupo", "esta mensagem"),
)
