"""Microsoft 365: accounts from Entra and the admin centre, and what Exchange's PowerShell writes.

A guest's user principal name (`ola_example.org#EXT#@school.onmicrosoft.com`) hides the address that they were invited by.
Entra has called the columns of telephones and ids differently over time. An account that is switched off is still in its
groups. From public programs that read or write such files.
"""

from adapters.platforms.guide import ListGuide
from adapters.platforms.headings.layout import Layout
from roster.groups import Completeness

_ACCOUNTS = (
    "These are the accounts of an organisation, and not a group's members unless only those were exported: whoever is in "
    "the file counts as a member because it was given as that group's list."
)

entra = Layout(
    name="entra",
    platform="microsoft-365",
    signature=frozenset({"userPrincipalName", "displayName", "mail", "givenName"}),
    phones=("mobile", "mobilePhone", "telephoneNumber", "businessPhones"),
    emails=("mail", "userPrincipalName", "alternateEmailAddress", "otherMails"),
    names=(("displayName", "givenName", "surname"),),
    completeness=Completeness.PARTIAL,
    note=_ACCOUNTS,
)

admin_centre = Layout(
    name="microsoft-365-admin",
    platform="microsoft-365",
    signature=frozenset({"Display name", "First name", "Last name", "User principal name"}),
    phones=("Mobile Phone", "Phone number"),
    emails=("User principal name", "Alternate email address", "Proxy addresses"),
    names=(("Display name", "First name", "Last name"),),
    completeness=Completeness.PARTIAL,
    note=_ACCOUNTS,
)

exchange = Layout(
    name="exchange",
    platform="microsoft-365",
    signature=frozenset({"PrimarySmtpAddress", "DisplayName"}),
    phones=("Phone", "MobilePhone"),
    emails=("PrimarySmtpAddress", "WindowsLiveID", "WindowsEmailAddress", "ExternalEmailAddress"),
    names=(("DisplayName",), ("Name",)),
    kind="RecipientType",
    owners="ManagedBy",
)

guide = ListGuide(
    system="Microsoft 365",
    file="The CSV of users from Entra or the Microsoft 365 admin centre, or what `Get-DistributionGroupMember` or "
    "`Get-UnifiedGroupLinks` gives to `Export-Csv`, with or without its first line `#TYPE`.",
    get="This is for the school's IT. The members of one group: Exchange PowerShell, `Get-DistributionGroupMember -Identity "
    "NAME | Select-Object PrimarySmtpAddress, DisplayName, RecipientType | Export-Csv`.",
    proves="A group's members: complete, by e-mail address; groups in it are set aside, and make it partial. A list of accounts: "
    "partial, for it says nothing about who is in a group.",
    basis="Microsoft's published columns, in public programs that read or write such files; a group's own download has not been seen.",
)
