"""The browser extension "WA Group Exporter" (CSV and XLSX). By default it leaves out whoever runs it."""

from adapters.platforms.layout import Layout

wa_group_exporter = Layout(
    name="wa-group-exporter",
    platform="whatsapp",
    signature=frozenset({"Country Code", "Phone Number", "Public Display Name", "Saved Name"}),
    phone="Phone Number",
    names=("Saved Name", "Public Display Name"),
    group="Group Name",
    prefix="Country Code",
)
