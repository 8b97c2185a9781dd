from django.apps import AppConfig


class VoorzieningenConfig(AppConfig):
    name = "voorzieningen"
    verbose_name = "Voorzieningen: wat er is en wat is toegekend"

    def ready(self):
        from toegang.onderdelen import registreer
        from voorzieningen.onderdeel import ONDERDEEL

        registreer(ONDERDEEL)
