"""What the desk does with each kind of request: `SOORTEN[soort](verzoek, door=, vandaag=, nu=) -> answer`."""

from portaal.models import VerzoekSoort
from portaal.usecases.verwerken import afspraken, bezorging, bezwaren, contacten, stukken, tekenen

SOORTEN = {
    VerzoekSoort.NIEUWE_VRAAG: contacten.nieuwe_vraag,
    VerzoekSoort.VRAGEN: contacten.over_een_vraag,
    VerzoekSoort.WIJZIGING: contacten.over_een_vraag,
    VerzoekSoort.GEGEVENS: contacten.gegevens_kloppen_niet,
    VerzoekSoort.INZAGE: contacten.vraag_over_inzage,
    VerzoekSoort.BEZWAAR: bezwaren.bezwaar,
    VerzoekSoort.BEZORGING: bezorging.kiezen,
    VerzoekSoort.AFSPRAAK_GOED: afspraken.komt_uit,
    VerzoekSoort.AFSPRAAK_ANDERS: afspraken.andere_afspraak,
    VerzoekSoort.PERSOONLIJK_PLAN: stukken.persoonlijk_plan,
    VerzoekSoort.PAPIEREN: stukken.papieren,
    VerzoekSoort.VERSLAG_TEKENEN: tekenen.verslag,
    VerzoekSoort.PLAN_AKKOORD: tekenen.plan,
}
