from django.apps import AppConfig


class BeschikkingenConfig(AppConfig):
    name = "beschikkingen"
    verbose_name = "Beschikkingen: het besluit en de brief"

    def ready(self):
        from beschikkingen.briefbouw import bouwen
        from beschikkingen.onderdeel import ONDERDEEL, waarom_vast
        from beschikkingen.usecases.besluit_verzonden import na_verzending
        from toegang import briefsoorten, onderdelen
        from voorzieningen import vastgezet

        onderdelen.registreer(ONDERDEEL)
        briefsoorten.registreer(briefsoorten.Briefsoort("besluit", bouwen, na_verzending))
        vastgezet.registreer(waarom_vast)
