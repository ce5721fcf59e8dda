"""Dutch, as in two readers of Dutch exports: the templates of Chat Merger (a merger of exports from several telephones)
and a reader of iPhone exports ("U hebt", "is deelnemer geworden via de uitnodigingslink van deze groep").
"""

from adapters.platforms.chats.notices.wording import Language, aside, came, demoted, promoted, went
from roster.chat_log import OWN

DUTCH = Language(
    "nl",
    own=("U", "u", "Je", "je", "Jij", "jou"),
    wordings=(
        *came('{maker} heeft de groep "{name}" gemaakt', '{maker} heeft de groep "{name}" aangemaakt'),
        *came('{maker} hebt de groep "{name}" gemaakt', '{maker} hebt de groep "{name}" aangemaakt'),
        *came('{maker} heeft groep "{name}" gemaakt', '{maker} heeft groep "{name}" aangemaakt'),
        *came("{maker} heeft deze groep gemaakt", "{maker} heeft deze groep aangemaakt"),
        *came("{maker} hebt deze groep gemaakt", "{maker} hebt deze groep aangemaakt"),
        *came("{by} heeft {list} toegevoegd", "{list} is toegevoegd", "{list} zijn toegevoegd"),
        *came("U hebt {list} toegevoegd", "Je hebt {list} toegevoegd", by=OWN),
        *came("U bent toegevoegd", "Je bent toegevoegd", people=OWN),
        *came("{person} is deelnemer geworden via de uitnodigingslink van deze groep"),
        *came("U bent deelnemer geworden via de uitnodigingslink van deze groep", people=OWN),
        *came("Je bent deelnemer geworden via de uitnodigingslink van deze groep", people=OWN),
        *went("{person} heeft de groep verlaten"),
        *went("U hebt de groep verlaten", "Je hebt de groep verlaten", people=OWN),
        *went("{by} heeft {list} verwijderd", "{list} is verwijderd"),
        *went("U hebt {list} verwijderd", "Je hebt {list} verwijderd", by=OWN),
        *promoted("U bent nu beheerder", "U bent nu een beheerder", people=OWN),
        *promoted("Je bent nu beheerder", "Je bent nu een beheerder", people=OWN),
        *aside(
            '{any} het onderwerp gewijzigd van "{any}" naar "{name}"', '{any} het onderwerp gewijzigd naar "{name}"'
        ),
        *aside('{any} het groepsonderwerp gewijzigd naar "{name}"', '{any} de groepsnaam gewijzigd in "{name}"'),
        *aside("{any} heeft een nieuw telefoonnummer{rest}"),
        *aside("{any} de groepsafbeelding gewijzigd", "{any} de groepsafbeelding verwijderd"),
        *aside("{any} de groepsomschrijving gewijzigd", "{any} de groepsbeschrijving gewijzigd"),
        *aside("{any} heeft deze groep en de bijbehorende deelnemers aan de community{any}"),
        *aside(
            "{any} heeft deze groep verwijderd uit de community{rest}", "{any} heeft de community {any} gedeactiveerd"
        ),
        *aside("Nieuwe deelnemers aan deze groep moeten door beheerders worden goedgekeurd{rest}"),
        *aside("{any} vragen om deelname aan deze groep door een bericht naar groepsbeheerders te versturen{rest}"),
        *aside("{any} beheerdersgoedkeuring voor deelname aan deze groep uitgeschakeld{rest}"),
        *aside("{any} beheerdersgoedkeuring voor deelname aan deze groep ingeschakeld{rest}"),
        *aside(
            "{any} berichten met vervaldatum ingeschakeld{rest}", "{any} berichten met vervaldatum uitgeschakeld{rest}"
        ),
        *aside("Berichten en gesprekken worden end-to-end versleuteld{rest}"),
        *aside(
            "Uw beveiligingscode voor {any} is gewijzigd{rest}", "Je beveiligingscode voor {any} is gewijzigd{rest}"
        ),
        *aside("Dit bericht is verwijderd{rest}", "{any} hebt dit bericht verwijderd"),
        *aside("Wachten op dit bericht{rest}", "Wachten op deze berichten{rest}"),
        *aside("Gemist spraakgesprek{rest}", "Gemist videogesprek{rest}", "Gemiste spraakoproep{rest}"),
    ),
    unverified=(
        *came("{person} neemt deel via uw uitnodiging", "{person} neemt deel via je uitnodiging"),
        *came("{person} is deelnemer geworden via een groepslink"),
        *went("U bent verwijderd", "Je bent verwijderd", people=OWN),
        *demoted("U bent geen beheerder meer", "Je bent geen beheerder meer", people=OWN),
    ),
    ands=(" en ",),
    others=(" en # anderen", " en # andere", " en nog # anderen"),
    tails=("Tik om ", "Tik voor "),
    things=("dit bericht", "deze groep", "de groep", "de community", "een bericht"),
)
