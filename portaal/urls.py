"""Addresses of the citizen's site."""

from django.urls import path

from portaal.views import aanmelden, brieven, gegevens, gevraagd, plan, verslag, vragen

app_name = "portaal"
urlpatterns = [
    path("", aanmelden.begin, name="begin"),
    path("gezond/", aanmelden.gezond, name="gezond"),
    path("taal/", aanmelden.taal, name="taal"),
    # in and out
    path("inloggen/", aanmelden.inloggen, name="inloggen"),
    path("inloggen/terug/", aanmelden.terug, name="terug"),
    path("inloggen/niet-gelukt/", aanmelden.niet_gelukt, name="niet_gelukt"),
    path("inloggen/niet-bekend/", aanmelden.niet_bekend, name="niet_bekend"),
    path("uitloggen/", aanmelden.uitloggen, name="uitloggen"),
    path("uitgelogd/", aanmelden.uitgelogd, name="uitgelogd"),
    path("verlengen/", aanmelden.verlengen, name="verlengen"),
    path("voor-wie/", aanmelden.voor_wie, name="voor_wie"),
    # the question
    path("vragen/", vragen.vragen, name="vragen"),
    path("vragen/nieuw/", vragen.nieuw, name="vraag_nieuw"),
    path("vragen/<uuid:pk>/", vragen.vraag, name="vraag"),
    path("vragen/<uuid:pk>/bericht/", vragen.bericht, name="bericht"),
    path("vragen/<uuid:pk>/veranderd/", vragen.veranderd, name="veranderd"),
    path("vragen/<uuid:pk>/persoonlijk-plan/", vragen.persoonlijk_plan, name="persoonlijk_plan"),
    path("papieren/<uuid:pk>/", vragen.papieren, name="papieren"),
    path("afspraak/<uuid:pk>/", vragen.afspraak, name="afspraak"),
    path("afspraak/<uuid:pk>/goed/", vragen.afspraak_goed, name="afspraak_goed"),
    path("verslag/<uuid:pk>/", verslag.verslag, name="verslag"),
    path("plan/", plan.plan, name="plan"),
    path("plan/<uuid:pk>/eens/", plan.eens, name="plan_eens"),
    # letters
    path("brieven/", brieven.brieven, name="brieven"),
    path("brieven/<uuid:pk>/", brieven.brief, name="brief"),
    path("brieven/<uuid:pk>/niet-eens/", brieven.niet_eens, name="niet_eens"),
    # data, and who looked
    path("gegevens/", gegevens.gegevens, name="gegevens"),
    path("gegevens/brieven/", gegevens.bezorging, name="bezorging"),
    path("gegevens/ingelogd/", aanmelden.ingelogd, name="ingelogd"),
    path("gegevens/klopt-niet/", gegevens.klopt_niet, name="klopt_niet"),
    path("wie-keek/", gegevens.wie_keek, name="wie_keek"),
    path("wie-keek/<int:pk>/vraag/", gegevens.vraag_over_inzage, name="vraag_over_inzage"),
    # what was sent
    path("verstuurd/<uuid:pk>/", gevraagd.verstuurd, name="verstuurd"),
]
