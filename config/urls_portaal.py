"""The citizen's site: only these addresses, in a process of its own."""

from django.urls import include, path

handler400 = "portaal.views.fouten.niet_begrepen"
handler403 = "portaal.views.fouten.niet_toegestaan"
handler404 = "portaal.views.fouten.niet_gevonden"
handler500 = "portaal.views.fouten.kapot"

urlpatterns = [path("", include("portaal.urls"))]
