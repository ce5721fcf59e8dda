"""The participants file of "go-whatsapp-web-multidevice"."""

from adapters.platforms.layout import Layout

participants = Layout(
    name="participants",
    platform="whatsapp",
    signature=frozenset({"participant_jid", "phone_number", "display_name"}),
    phone="phone_number",
    names=("display_name",),
    admin="role",
    instead=("participant_jid", "lid"),
)
