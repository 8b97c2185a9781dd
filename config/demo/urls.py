"""The demo's addresses: those of the application, and the page where one steps in as any role."""

from django.urls import path

from config.demo import views
from config.urls import handler400, handler403, handler404, handler500
from config.urls import urlpatterns as van_de_toepassing

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]

urlpatterns = [
    path("demo/", views.start, name="demo_start"),
    path("demo/instappen/<int:pk>/", views.instappen, name="demo_instappen"),
    *van_de_toepassing,
]
