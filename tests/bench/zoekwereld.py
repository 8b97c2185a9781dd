"""A city of 650,000 inwoners in a database of its own, made by INSERT … SELECT from lists of names."""

import hashlib
import random
from itertools import product
from pathlib import Path

from django.core.management import call_command
from psycopg2.extras import execute_values

from tests.bench import wereld
from tests.bench.namen import BEGIN, EIND, VOORNAMEN
from tests.fabrieken import MedewerkerFabriek, ZaakFabriek
from toegang.namen import sorteernaam, zoeknaam
from toegang.rechten import Rol

INWONERS = 650_000
NAAM = "bench_zoeken"
ACHTERNAMEN = (
    ("de", "Jong"), ("", "Jansen"), ("de", "Vries"), ("van den", "Berg"), ("", "Bakker"), ("van", "Dijk"),
    ("", "Janssen"), ("", "Visser"), ("", "Smit"), ("", "Meijer"), ("de", "Boer"), ("", "Mulder"), ("de", "Groot"),
    ("", "Peeters"), ("", "Hendriks"), ("van", "Leeuwen"), ("", "Yilmaz"), ("", "Kaya"), ("", "El Idrissi"),
    ("van der", "Heijden"), ("", "Kuijpers"), ("", "Vermeulen"), ("van", "Beek"), ("van der", "Linden"),
)  # fmt: skip
MIDDEN = ("er", "el", "ing", "en", "ijk", "aar", "oo", "uit", "ie", "ond", "eg", "an")
VOORVOEGSELS = ("", "", "", "", "", "", "van", "van de", "van der", "de", "van den", "ten")
TWEEDE = ("", "", "ina", "tje", "eke", "elle", "ette", "mien", "wijn", "bert")
INWONER = {
    "id": "md5('i' || k)::uuid",
    "bsn_versleuteld": "sha256(int4send(k))",
    "bsn_index": "sha256(int4send(-k))",
    "voornamen": "v.naam || coalesce(' ' || w.naam, '')",
    "voorletters": "v.letter || '.' || coalesce(w.letter || '.', '')",
    "voorvoegsel": "a.voorvoegsel",
    "geslachtsnaam": "a.naam",
    "naamgebruik": "CASE WHEN p.nr IS NULL THEN 'E' ELSE 'V' END",
    "partner_voorvoegsel": "coalesce(p.voorvoegsel, '')",
    "partner_geslachtsnaam": "coalesce(p.naam, '')",
    "geboren": "to_char(date '1930-01-01' + abs(hashtext('g' || k)) %% 32000, 'YYYYMMDD')",
    "geheim": "CASE WHEN k %% 400 = 0 THEN 7 ELSE 0 END",
    "straat": "'Straat ' || k %% 9000",
    "huisnummer": "1 + k %% 140",
    "postcode": "(5000 + k %% 900)::text || chr(65 + k / 900 %% 20) || chr(65 + k / 18000 %% 2)",
    "telefoon": "CASE WHEN k %% 3 = 0 THEN '06' || lpad((k::bigint * 37 %% 99999999)::text, 8, '0') ELSE '' END",
    "zoeknaam": "concat_ws(' ', v.zoek, w.zoek, nullif(a.zoek, ''), p.zoek)",
    "sorteernaam": "a.sorteer || '  ' || lower(v.letter)",
}
UIT_LIJSTEN = """
CROSS JOIN LATERAL (SELECT power(abs(hashtext('a' || k)) %% 100000 / 100000.0, 1.6) AS ra,
  power(abs(hashtext('p' || k)) %% 100000 / 100000.0, 1.6) AS rp, power(abs(hashtext('v' || k)) %% 100000 / 100000.0, 1.4)
  AS rv, power(abs(hashtext('w' || k)) %% 100000 / 100000.0, 1.4) AS rw) r
JOIN bench_achternaam a ON a.nr = floor(r.ra * %(achter)s)::int
JOIN bench_voornaam v ON v.nr = floor(r.rv * %(voor)s)::int
LEFT JOIN bench_voornaam w ON w.nr = floor(r.rw * %(voor)s)::int AND k %% 2 = 0 AND w.nr <> v.nr
LEFT JOIN bench_achternaam p ON p.nr = floor(r.rp * %(achter)s)::int AND k %% 4 = 1 AND p.nr <> a.nr
"""
DICHT = "k %% 2000 = 0"
DOSSIER = {"id": "md5('d' || k)::uuid", "inwoner_id": "md5('i' || k)::uuid", "afgeschermd": DICHT}
ZAAK = {"id": "md5('z' || k)::uuid", "dossier_id": "md5('d' || k)::uuid", "afgeschermd": DICHT}


def achternamen() -> list[tuple[int, str, str, str, str]]:
    """(number, voorvoegsel, naam, zoek, sorteer): the common ones first, then thousands of rarer ones."""
    keus = random.Random(1)  # nosec B311: names of nobody
    zeldzaam = [
        (keus.choice(VOORVOEGSELS), begin + midden + eind)
        for begin, midden, eind in product(BEGIN, MIDDEN, EIND)
    ]
    keus.shuffle(zeldzaam)
    alle = [
        *ACHTERNAMEN,
        *((v, b + e) for (b, e), v in zip(product(BEGIN, EIND), VOORVOEGSELS * 60, strict=False)),
    ]
    return [
        (nr, v, naam, zoeknaam(v, naam), sorteernaam(naam, v))
        for nr, (v, naam) in enumerate([*alle, *zeldzaam])
    ]


def voornamen() -> list[tuple[int, str, str, str]]:
    """(number, naam, letter, zoek): 200 of them."""
    namen = dict.fromkeys(
        (stam if not uit else stam.rstrip("aeiou") + uit)
        for uit in dict.fromkeys(TWEEDE)
        for stam in VOORNAMEN
    )
    return [(nr, naam, naam[0], zoeknaam(naam)) for nr, naam in enumerate(namen)]


def afdruk() -> str:
    """What the database is made of."""
    som = hashlib.sha256(str(INWONERS).encode())
    for patroon in ("toegang/migrations/*.py", "toegang/naamsleutels.py", "tests/bench/zoekwereld.py"):
        for pad in sorted(wereld.PROJECT.glob(patroon)):
            som.update(Path(pad).read_bytes())
    return som.hexdigest()


def vullen(cursor, aantal: int) -> None:
    """That many people, one in thirteen with a dossier, one in 2,000 of those shielded; runs as the owner."""
    achter, voor = achternamen(), voornamen()
    cursor.execute(
        "CREATE TEMP TABLE bench_achternaam (nr int, voorvoegsel text, naam text, zoek text, sorteer text)"
    )
    cursor.execute("CREATE TEMP TABLE bench_voornaam (nr int, naam text, letter text, zoek text)")
    for tabel, rijen in (("bench_achternaam", achter), ("bench_voornaam", voor)):
        execute_values(cursor, f"INSERT INTO {tabel} VALUES %s", rijen)  # nosec B608: names of our own
    params = {"aantal": aantal, "achter": len(achter), "voor": len(voor)}
    voorbeeld = ZaakFabriek(dossier__inwoner__geslachtsnaam="Voorbeeld")
    dossier, inwoner = voorbeeld.dossier, voorbeeld.dossier.inwoner
    for rij, anders, stap, uit in (
        (inwoner, INWONER, 1, UIT_LIJSTEN),
        (dossier, DOSSIER, 13, ""),
        (voorbeeld, ZAAK, 13, ""),
    ):
        cursor.execute(_opdracht(rij, anders, stap, uit), {**params, "pk": rij.pk})


def _opdracht(rij, anders: dict[str, str], stap: int, uit: str) -> str:
    """One row many times; every column that is not said otherwise is the example's."""
    velden = [v for v in rij._meta.concrete_fields if v.name != "volgnummer"]
    waarden = ", ".join(anders.get(v.column, f'b."{v.column}"') for v in velden)
    kolommen = ", ".join(f'"{v.column}"' for v in velden)
    tabel = rij._meta.db_table
    return (
        f'INSERT INTO "{tabel}" ({kolommen}) SELECT {waarden} FROM "{tabel}" b'  # nosec B608: names of our own
        f" CROSS JOIN generate_series(1, %(aantal)s, {stap}) k {uit} WHERE b.id = %(pk)s"
    )


def klaarzetten(*, vernieuwen: bool = False, zeg=print) -> None:
    """Make the database when it is missing or was made of something else; the indexes are built afterwards."""
    nu = afdruk()
    if not vernieuwen and wereld._afdrukken().get(NAAM) == nu:
        return
    zeg(f"{INWONERS} inwoners by INSERT … SELECT")
    wereld._weg_en_nieuw(NAAM)
    with wereld.in_database(NAAM, eigenaar=True) as c:
        call_command("migrate", verbosity=0)
        MedewerkerFabriek(username="administratie", rollen=[Rol.ADMINISTRATIE])
        with c.cursor() as cursor:
            cursor.execute(
                "SELECT indexname, indexdef FROM pg_indexes WHERE tablename = 'toegang_inwoner'"
                " AND indexdef NOT LIKE '%%UNIQUE%%'"
            )
            indexen = cursor.fetchall()
            for index, _ in indexen:
                cursor.execute(f'DROP INDEX "{index}"')
            vullen(cursor, INWONERS)
            for _, maken in indexen:
                cursor.execute(maken)
            cursor.execute("VACUUM ANALYZE")
            cursor.execute(f"COMMENT ON DATABASE {NAAM} IS %s", [nu])
