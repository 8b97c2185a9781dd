from django.apps import AppConfig
from django.conf import settings
from django.core import checks
from django.db.models.signals import post_migrate


class ToegangConfig(AppConfig):
    name = "toegang"
    verbose_name = "Toegang: de voordeur"

    def ready(self):
        from toegang import berichtsoorten, briefsoorten, onderdelen, uitgaand, verbindingen
        from toegang.brieven.aanvraag import AanvraagIngetrokken
        from toegang.brieven.ontvangstbevestiging import Ontvangstbevestiging
        from toegang.brieven.termijn import (
            AanvullingGevraagd,
            MeerTijdGegeven,
            TermijnLooptWeer,
            UitstelMeegedeeld,
        )
        from toegang.logboek import logboek_instellen
        from toegang.na_migratie import groepen_en_rechten
        from toegang.onderdeel import ONDERDEEL
        from toegang.usecases import termijnbrieven
        from toegang.usecases.ontvangst_bevestigen import als_brief, brief_bouwen, na_bericht, na_verzending

        logboek_instellen()
        checks.register(verbindingen.check_tls, deploy=True)
        if settings.UITGAAND_BEWAKEN:
            uitgaand.bewaken(verbindingen.verbindingen())
        post_migrate.connect(groepen_en_rechten, sender=self)
        onderdelen.registreer(ONDERDEEL)
        briefsoorten.registreer(
            briefsoorten.Briefsoort(
                naam=Ontvangstbevestiging.soort, bouwen=brief_bouwen, na_verzending=na_verzending
            )
        )
        berichtsoorten.registreer(
            berichtsoorten.Berichtsoort(
                naam=Ontvangstbevestiging.soort, na_verzending=na_bericht, als_brief=als_brief
            )
        )
        for naam, bouwen, daarna in (
            (AanvullingGevraagd.soort, termijnbrieven.aanvulling_bouwen, termijnbrieven.aanvulling_verzonden),
            (MeerTijdGegeven.soort, termijnbrieven.meer_tijd_bouwen, None),
            (UitstelMeegedeeld.soort, termijnbrieven.uitstel_bouwen, None),
            (TermijnLooptWeer.soort, termijnbrieven.loopt_weer_bouwen, None),
            (AanvraagIngetrokken.soort, termijnbrieven.ingetrokken_bouwen, None),
        ):
            briefsoorten.registreer(briefsoorten.Briefsoort(naam=naam, bouwen=bouwen, na_verzending=daarna))
