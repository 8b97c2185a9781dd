"""The code of the app for a second factor, as a colleague types it (TOTP, RFC 6238)."""

import time

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value

STAP, OP_TIJD = 30, 2  # seconds


def code_van(geheim: str) -> str:
    """The code of now; who would be too late with it waits for the next one."""
    over = STAP - time.time() % STAP
    if over < OP_TIJD:
        time.sleep(over)
    return format_hotp_value(hotp_value(geheim, int(time.time()) // STAP))
