"""How a form looks: Utrecht classes and ARIA on every Django form, ours and those of allauth."""

from django import forms
from django.forms.boundfield import BoundField
from django.forms.renderers import TemplatesSetting

KLASSEN = (
    (forms.CheckboxInput, "utrecht-checkbox utrecht-checkbox--html-input utrecht-checkbox--custom"),
    (forms.CheckboxSelectMultiple, "utrecht-checkbox utrecht-checkbox--html-input utrecht-checkbox--custom"),
    (forms.RadioSelect, "utrecht-radio-button utrecht-radio-button--html-input"),
    (forms.Select, "utrecht-select utrecht-select--html-select"),
    (forms.Textarea, "utrecht-textarea utrecht-textarea--html-textarea"),
    (forms.FileInput, "tg-bestand"),
    (forms.widgets.Input, "utrecht-textbox utrecht-textbox--html-input"),
)


class Veld(BoundField):
    """A field on a page: label, hint, error, field; no placeholder, no browser bubble, no cut-off text."""

    @property
    def is_vink(self):
        """One checkbox by itself: its label stands behind it."""
        return isinstance(self.field.widget, forms.CheckboxInput)

    @property
    def is_keuzerondje(self):
        return isinstance(self.field.widget, forms.RadioSelect)

    @property
    def is_lang(self):
        return isinstance(self.field.widget, forms.Textarea)

    @property
    def niet_verplicht(self):
        """Whether the label must say so: a lone checkbox may always stay empty; `zonder_bijschrift`: it depends."""
        stil = self.is_vink or getattr(self.field, "zonder_bijschrift", False)
        return not self.field.required and not stil

    @property
    def ankernaam(self):
        """The id to which the error summary links: the first radio of a group, else the field."""
        return f"{self.auto_id}_0" if self.use_fieldset else self.auto_id

    def build_widget_attrs(self, attrs, widget=None):
        widget = widget or self.field.widget
        attrs = super().build_widget_attrs(attrs, widget)
        attrs.pop("required", None)
        if widget.is_hidden:
            return attrs
        attrs["placeholder"] = attrs["maxlength"] = attrs["minlength"] = False
        if self.use_fieldset:
            attrs.pop("aria-invalid", None)
        elif self.field.required:
            attrs["aria-required"] = "true"
        attrs["class"] = self._klassen(widget)
        return attrs

    def _klassen(self, widget):
        for soort, klassen in KLASSEN:
            if isinstance(widget, soort):
                basis = klassen.split()[0]
                fout = f"{basis}--invalid" if self.errors else ""
                return " ".join(filter(None, [klassen, fout, widget.attrs.get("class")]))
        return widget.attrs.get("class", "")


class Renderer(TemplatesSetting):
    """Set as FORM_RENDERER: form and widget templates come from `templates/django/forms/`."""

    form_template_name = "django/forms/formulier.html"
    field_template_name = "django/forms/veld.html"
    bound_field_class = Veld
