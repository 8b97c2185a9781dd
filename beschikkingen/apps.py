from django.apps import AppConfig


class BeschikkingenConfig(AppConfig):
    name = "beschikkingen"
    verbose_name = "Beschikkingen: het besluit en de brief"

    def ready(self):
        from beschikkingen import briefmeedelingen as meedelingen
        from beschikkingen.briefbijlage import besluit_als_gegevens
        from beschikkingen.briefbouw import bouwen
        from beschikkingen.onderdeel import ONDERDEEL, waarom_vast
        from beschikkingen.usecases.besluit_verzonden import na_verzending
        from beschikkingen.usecases.besluitbrief_klaarzetten import BRON
        from beschikkingen.usecases.spoedbesluit_motiveren import motivering_verzonden
        from beschikkingen.werkgroep import GROEP
        from toegang import briefsoorten, onderdelen, werkvoorraad
        from voorzieningen import vastgezet

        onderdelen.registreer(ONDERDEEL)
        Briefsoort = briefsoorten.Briefsoort
        for soort in (
            Briefsoort("besluit", bouwen, na_verzending, herhaalbaar=False, bijlage=besluit_als_gegevens),
            Briefsoort("zienswijze_gevraagd", meedelingen.zienswijze_bouwen),
            Briefsoort("bezwaar_ontvangen", meedelingen.bezwaar_ontvangen_bouwen),
            Briefsoort("hoorzitting", meedelingen.hoorzitting_bouwen),
            Briefsoort("bezwaar_ingetrokken", meedelingen.bezwaar_ingetrokken_bouwen),
            Briefsoort("ingebrekestelling_ontvangen", meedelingen.ingebrekestelling_bouwen),
            Briefsoort("spoed_motivering", meedelingen.motivering_bouwen, motivering_verzonden),
        ):
            briefsoorten.registreer(soort)
        briefsoorten.registreer_bron(BRON)
        vastgezet.registreer(waarom_vast)
        werkvoorraad.registreer(GROEP, voor="brieven")
