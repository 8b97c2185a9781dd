from django.apps import AppConfig


class DemoConfig(AppConfig):
    """Only in the demo settings: the start page and the demo municipality."""

    name = "config.demo"
    label = "demo"
    verbose_name = "Demo"
