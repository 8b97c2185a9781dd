from django.apps import AppConfig


class WijkteamsConfig(AppConfig):
    name = "wijkteams"
    verbose_name = "Wijkteams: het gesprek en het plan"

    def ready(self):
        """This room's letter, and what it adds to the dossier page."""
        from toegang import briefsoorten, onderdelen
        from wijkteams.brieven import verslagbrief
        from wijkteams.onderdeel import WIJKTEAMS
        from wijkteams.usecases.verslag_versturen import BRIEFSOORT, na_verzending

        briefsoorten.registreer(briefsoorten.Briefsoort(BRIEFSOORT, verslagbrief, na_verzending))
        onderdelen.registreer(WIJKTEAMS)
