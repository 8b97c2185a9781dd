"""Handing an e-mail over to the mail server, and what is certain afterwards. Knows no database.

Between "nothing was handed over" and "the server took it" lies a third answer: not known. Only the first may be
tried again by a machine.
"""

import contextlib
import smtplib

from django.conf import settings
from django.core.mail import EmailMessage, get_connection

BLIJVEND = 500  # from here on a server says: never (RFC 5321 4.2.1)


class NietAangeboden(Exception):
    """Certain: nothing was handed over. Later it may work."""


class Geweigerd(Exception):
    """Certain: the server does not take this e-mail, now or later."""


def staat_aan() -> bool:
    """Without a mail server and a sender every notice is a letter."""
    return bool(settings.E_MAIL["aan"])


def versturen(*, aan: str, onderwerp: str, tekst: str, kenmerk: str) -> None:
    """Return: the server took it. NietAangeboden, Geweigerd: it certainly did not. Any other error: not known.

    `kenmerk` is the Message-ID: sent a second time it is recognised as the same e-mail.
    """
    van = settings.E_MAIL["van"]
    domein = van.rpartition("@")[2].rstrip("> ")
    bericht = EmailMessage(
        onderwerp, tekst, van, [aan],
        headers={"Message-ID": f"<{kenmerk}@{domein}>", "Auto-Submitted": "auto-generated"},
    )  # fmt: skip
    try:
        bericht.message()
    except ValueError as fout:  # an address or subject that cannot stand in a header
        raise Geweigerd from fout
    verbinding = get_connection()
    try:
        verbinding.open()
    except (OSError, smtplib.SMTPException) as fout:
        raise NietAangeboden from fout
    try:
        _aanbieden(verbinding, bericht)
    finally:
        with contextlib.suppress(
            OSError, smtplib.SMTPException
        ):  # it was taken, also when nobody says goodbye
            verbinding.close()


def _aanbieden(verbinding, bericht: EmailMessage) -> None:
    try:
        verbinding.send_messages([bericht])
    except smtplib.SMTPRecipientsRefused as fout:
        codes = [code for code, _ in fout.recipients.values()]
        raise (Geweigerd if all(code >= BLIJVEND for code in codes) else NietAangeboden) from fout
    except smtplib.SMTPDataError as fout:
        raise (Geweigerd if fout.smtp_code >= BLIJVEND else NietAangeboden) from fout
    except smtplib.SMTPSenderRefused as fout:  # ours to mend, not the fault of this address
        raise NietAangeboden from fout
    except ValueError as fout:
        raise Geweigerd from fout
