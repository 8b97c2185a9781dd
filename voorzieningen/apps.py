from django.apps import AppConfig


class VoorzieningenConfig(AppConfig):
    name = "voorzieningen"
    verbose_name = "Voorzieningen: wat er is en wat is toegekend"

    def ready(self):
        from toegang import berichtsoorten, briefsoorten, onderdelen
        from voorzieningen.onderdeel import ONDERDEEL
        from voorzieningen.usecases import herinneringsbrief as h

        onderdelen.registreer(ONDERDEEL)
        briefsoorten.registreer(briefsoorten.Briefsoort(naam=h.SOORT, bouwen=h.brief_bouwen))
        berichtsoorten.registreer(
            berichtsoorten.Berichtsoort(naam=h.SOORT, na_verzending=h.na_bericht, als_brief=h.als_brief)
        )
