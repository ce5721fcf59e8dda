"""Czech. What WhatsApp says of encryption, deleted messages, codes and calls is as in its own texts of version 22.24.81.
Of membership the verbs were seen in the list of one reader of many languages ("vytvořil", "přidal", "odebral", "odešel");
the lines are read as plain Czech says it, and marked.
"""

from adapters.platforms.chats.notices.wording import Language, aside, came, went

CZECH = Language(
    "cs",
    own=("Vy", "vy", "vás", "Vás"),
    wordings=(
        *aside("Zprávy a hovory jsou opatřeny koncovým šifrováním{rest}", "Tato zpráva byla smazána{rest}"),
        *aside("Tuto zprávu jste smazal/a{rest}", "Bezpečnostní kód mezi vámi a uživatelem {any} byl změněn{rest}"),
        *aside("Zmeškaný hovor{rest}", "Zmeškaný videohovor{rest}", "Zmeškaný hlasový hovor{rest}"),
    ),
    unverified=(
        *came('{maker} vytvořil(a) skupinu "{name}"', '{maker} vytvořil/a skupinu "{name}"'),
        *came("{by} přidal(a) {list}", "{by} přidal/a {list}"),
        *went(
            "{person} opustil(a) skupinu",
            "{person} opustil/a skupinu",
            "{by} odebral(a) {list}",
            "{by} odebral/a {list}",
        ),
    ),
    ands=(" a ",),
    tails=("Klepnutím ", "Další informace "),
    things=("uživatele ", "účastníka ", "uživatel "),
)
