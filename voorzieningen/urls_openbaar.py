"""The sociale kaart for anybody, without account."""

from django.urls import path

from voorzieningen.views.openbaar import hulp_in_de_buurt

app_name = "socialekaart"
urlpatterns = [path("", hulp_in_de_buurt, name="hulp_in_de_buurt")]
