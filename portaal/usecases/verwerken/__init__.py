"""What the desk does with each kind of request: `SOORTEN[soort](verzoek, door=, vandaag=, nu=) -> answer`."""

from portaal.models import VerzoekSoort
from portaal.usecases.verwerken import afspraak, contact, papieren, tekenen

SOORTEN = {
    VerzoekSoort.NIEUWE_VRAAG: contact.nieuwe_vraag,
    VerzoekSoort.VRAGEN: contact.over_een_vraag,
    VerzoekSoort.WIJZIGING: contact.over_een_vraag,
    VerzoekSoort.GEGEVENS: contact.gegevens_kloppen_niet,
    VerzoekSoort.INZAGE: contact.vraag_over_inzage,
    VerzoekSoort.BEZWAAR: contact.bezwaar,
    VerzoekSoort.AFSPRAAK_GOED: afspraak.komt_uit,
    VerzoekSoort.AFSPRAAK_ANDERS: afspraak.andere_afspraak,
    VerzoekSoort.PERSOONLIJK_PLAN: papieren.persoonlijk_plan,
    VerzoekSoort.PAPIEREN: papieren.papieren,
    VerzoekSoort.VERSLAG_TEKENEN: tekenen.verslag,
    VerzoekSoort.PLAN_AKKOORD: tekenen.plan,
}
