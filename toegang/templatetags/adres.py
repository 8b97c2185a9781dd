"""`{% url %}` as Django has it; a page without a key, or with one, is looked up once a process (`toegang/adres.py`)."""

from uuid import UUID

from django import template
from django.template.defaulttags import URLNode
from django.template.defaulttags import url as gewone_url

from toegang.adres import adres_of_fout, adres_van

register = template.Library()


class Adresknoop(URLNode):
    """Django's own node for every other shape of address."""

    def render(self, context):
        sleutels = [arg.resolve(context) for arg in self.args]
        if self.kwargs or len(sleutels) > 1 or not all(isinstance(s, UUID) for s in sleutels):
            return super().render(context)
        naam = self.view_name.resolve(context)
        if not self.asvar:
            return adres_of_fout(naam, *sleutels)
        context[self.asvar] = adres_van(naam, *sleutels)
        return ""


@register.tag
def url(parser, token):
    knoop = gewone_url(parser, token)
    return Adresknoop(knoop.view_name, knoop.args, knoop.kwargs, knoop.asvar)
