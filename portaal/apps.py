from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate


class PortaalConfig(AppConfig):
    name = "portaal"
    verbose_name = "Portaal: het eigen dossier van de inwoner"

    def ready(self):
        from portaal.berichten import ONTVANGEN, SOORT
        from portaal.onderdeel import ONDERDEEL
        from portaal.usecases.brieven_bezorgen import als_brief, na_bericht, nog_nodig
        from portaal.usecases.ontvangst_mailen import niets
        from portaal.weergaven import aanleggen, weghalen
        from toegang import berichtsoorten, onderdelen

        onderdelen.registreer(ONDERDEEL)
        berichtsoorten.registreer(
            berichtsoorten.Berichtsoort(SOORT, na_bericht, als_brief, nog_nodig=nog_nodig)
        )
        berichtsoorten.registreer(berichtsoorten.Berichtsoort(ONTVANGEN, niets, niets, telt=False))
        pre_migrate.connect(weghalen, sender=self)
        post_migrate.connect(aanleggen, sender=self)
