"""Whether the mail server lets us in. Nothing is sent."""

from collections.abc import Iterable
from dataclasses import replace

from adapters.mail.smtp import knock
from jobs.check_up import Grade, Symptom
from jobs.compose import server_of
from jobs.office import Office

_SECONDS = 8.0
_HOW = {"starttls": "by STARTTLS", "tls": "by TLS", "none": "on this very machine"}
_CURES = {
    "SMTPAuthenticationError": "It does not accept mail.user or the password (ROSTER_MAIL__PASSWORD).",
    "SMTPNotSupportedError": "It offers no STARTTLS, or no sign-in: ask whoever keeps it for the right port.",
    "SSLCertVerificationError": "Its certificate is none that this computer trusts: look to mail.host and the clock.",
}


def check(office: Office) -> Iterable[Symptom]:
    """Speak to the server as letters do, with its certificate and our password, and hang up."""
    mail = office.settings.mail
    wrong = knock(replace(server_of(office.settings), seconds=_SECONDS))
    if not wrong:
        yield Symptom(Grade.WELL, "mail server", f"{mail.host} lets us in, {_HOW[mail.security]}.")
        return
    said = f"{mail.host}, port {mail.port}, does not let us in ({wrong})."
    cure = _CURES.get(wrong.partition(" ")[0], "Look whether it is up, and mail.host and mail.port are right.")
    yield Symptom(Grade.WRONG, "mail server", said, cure)
