"""Nothing secret and nobody real in the repository: no key, no BSN outside 9999xxxxx, no path of a machine."""

import base64
import re

import pytest

from tests.huisregels.bron import naam, tekstbestanden

SELF = "tests/huisregels/test_geheimen.py"
SLOTEN = {"uv.lock", "package-lock.json"}  # hashes of packages, long numbers in addresses
SLEUTELS = {
    "private key": re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY-----"),
    "AWS": re.compile(r"\bAKIA[0-9A-Z]{16}\b"),
    "GitHub": re.compile(r"\b(gh[pousr]_[A-Za-z0-9]{36}|github_pat_\w{40,})\b"),
    "Slack": re.compile(r"\bxox[abprs]-[A-Za-z0-9-]{10,}"),
    "JWT": re.compile(r"\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\."),
    "password in an address": re.compile(r"://[^/\s:@{}$'\"<>]+:(?!\$|\{)[^/\s:@{}$'\"<>]{3,}@"),
    "32 bytes in base64": re.compile(r"(?<![A-Za-z0-9+/=])[A-Za-z0-9+/]{43}=(?![A-Za-z0-9+/=])"),
    "long hex": re.compile(r"(?<![0-9a-fA-F])[0-9a-f]{40,}(?![0-9a-fA-F])"),
    "secret with a value": re.compile(
        r"(?i)\b(secret_key|password|passwd|wachtwoord|api_?key|token|client_secret)\b['\"]?\s*[:=]\s*['\"][^'\"{}$<>\s]{12,}['\"]"
    ),
}
# What looks like a secret and is none: the value says so itself.
GEMARKEERD = re.compile(r"(?i)demo|test|voorbeeld|example|xxxx|geheim-|onzin|invented")
NEGEN = re.compile(r"(?<![\w.,/+-])[0-9]{9}(?![\w/+-]|[.,][0-9])")
# Numbers that pass the elfproef by chance and are no BSN, with the reason.
GEEN_BSN: dict[str, str] = {
    "123456782": "a textbook example of the elfproef",
    "111222333": "a textbook example of the elfproef",
}
MACHINE = re.compile(r"(?<![\w./-])/(?:work|root|home)/[a-z0-9_.-]+")


def elfproef(nummer: str) -> bool:
    """The check of a BSN: the weights 9 to 2, and the last digit negative."""
    return sum(int(c) * w for c, w in zip(nummer, (9, 8, 7, 6, 5, 4, 3, 2, -1), strict=True)) % 11 == 0


def regels():
    for pad in tekstbestanden():
        if naam(pad) not in SLOTEN | {SELF}:
            for nummer, regel in enumerate(pad.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
                yield naam(pad), nummer, regel


def ontcijferd(tekst: str) -> str:
    """What stands behind base64, when it is words: `demo-demo-…12` says what it is."""
    try:
        return base64.b64decode(tekst, validate=True).decode("ascii")
    except ValueError:
        return ""


def geheimen_in(bestand: str, regel: str) -> list[str]:
    """Kinds of secrets in this line, without what is marked as demo or test."""
    gevonden = []
    for soort, patroon in SLEUTELS.items():
        for vondst in patroon.finditer(regel):
            tekst = vondst.group(0)
            van_pgtrigger = soort == "long hex" and "/migrations/" in bestand
            if (
                not van_pgtrigger
                and not GEMARKEERD.search(tekst)
                and not GEMARKEERD.search(ontcijferd(tekst))
            ):
                gevonden.append(soort)
    return gevonden


def vreemde_bsn(regel: str) -> list[str]:
    """Nine digits that pass the elfproef outside the range of invented numbers."""
    return [
        n
        for n in NEGEN.findall(regel)
        if elfproef(n) and not n.startswith("9999") and n not in GEEN_BSN and int(n)
    ]


def test_er_staat_niets_geheims_in():
    assert [f"{b}:{n} {soort}" for b, n, regel in regels() for soort in geheimen_in(b, regel)] == []


def test_er_staat_geen_bsn_van_een_mens_in():
    assert [f"{b}:{n}" for b, n, regel in regels() if vreemde_bsn(regel)] == []


def test_er_staat_geen_map_van_een_machine_in():
    assert [f"{b}:{n}" for b, n, regel in regels() if MACHINE.search(regel)] == []


def test_een_env_bestand_met_waarden_komt_er_niet_in():
    namen = {naam(p) for p in tekstbestanden()}

    assert not {
        n
        for n in namen
        if n.split("/")[-1] in {".env", "credentials", "id_rsa"}
        or n.endswith((".pem", ".key", ".dump"))
        or (n.endswith(".sql") and not n.startswith(("portaal/sql/", "toegang/sql/")))
    }


@pytest.mark.parametrize(
    "regel",
    ["-----BEGIN RSA " + "PRIVATE KEY-----", "AKIA" + "ABCDEFGHIJKLMNOP", "postgresql://eigenaar:" + "hunter22@db/x",
     "k = '" + "A1b2" * 10 + "A1b=" + "'", "SECRET_KEY = '" + "qwertyuiop12345" + "'"],
)  # fmt: skip
def test_de_regel_wordt_rood(regel):
    assert geheimen_in("x.py", regel)


def test_een_echt_nummer_wordt_rood():
    assert vreemde_bsn("bsn = '" + "10000" + "0009'")
    assert not vreemde_bsn("bsn = '999990019'")
