"""The participants file of "go-whatsapp-web-multidevice" (aldinokemal). Its `lid` stands for a hidden number."""

from adapters.platforms.guide import ListGuide
from adapters.platforms.headings.layout import Layout

participants = Layout(
    name="participants",
    platform="whatsapp",
    signature=frozenset({"participant_jid", "phone_number", "display_name"}),
    phones=("phone_number",),
    names=(("display_name",),),
    admin="role",
    instead=("participant_jid", "lid"),
)

guide = ListGuide(
    system="go-whatsapp-web-multidevice (unofficial program)",
    file="`group-<id>_g.us-participants.csv` with participant_jid, phone_number, lid, display_name and role. The group's name "
    "is not in it: give it with the file.",
    get="Such programs break WhatsApp's terms, and an account can be banned for it. Roster neither uses nor recommends them; "
    "it only reads a file that somebody has. Better: copy the members from the group's header in WhatsApp Web.",
    proves="Complete. Members whose number is hidden are in it as ids, which nobody can be recognised by.",
    basis="Its published source (aldinokemal/go-whatsapp-web-multidevice).",
)
