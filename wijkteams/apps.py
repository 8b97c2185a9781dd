from django.apps import AppConfig
from django.core import checks


class WijkteamsConfig(AppConfig):
    name = "wijkteams"
    verbose_name = "Wijkteams: het gesprek en het plan"

    def ready(self):
        """This room's letters, and what it adds to the dossier page."""
        from toegang import briefsoorten, onderdelen
        from wijkteams.brieven import Afspraakbrief, Planbrief, afspraakbrief, planbrief, verslagbrief
        from wijkteams.onderdeel import WIJKTEAMS
        from wijkteams.usecases.verslag_versturen import BRIEFSOORT, na_verzending
        from wijkteams.wachtwoord import check_lijst

        checks.register(check_lijst, deploy=True)
        briefsoorten.registreer(briefsoorten.Briefsoort(BRIEFSOORT, verslagbrief, na_verzending))
        briefsoorten.registreer(briefsoorten.Briefsoort(Afspraakbrief.soort, afspraakbrief))
        briefsoorten.registreer(briefsoorten.Briefsoort(Planbrief.soort, planbrief))
        onderdelen.registreer(WIJKTEAMS)
