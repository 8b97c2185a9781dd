"""A photo with who consented, when, and what for."""

from django import forms

from toegang import velden as v
from toegang.formulier import Formulier

FOTO = ".jpg,.jpeg,.png,image/jpeg,image/png"


class FotoFormulier(Formulier):
    """The consent first, then the photo."""

    toestemming_van = v.TekstVeld(
        label="Wie geeft toestemming voor deze foto?", max_length=100,
        vraag="Schrijf op wie toestemming geeft. Zonder toestemming maakt u geen foto",
    )  # fmt: skip
    toestemming_op = v.DatumVeld(label="Wanneer vroeg u dat?", vraag="Vul in wanneer u om toestemming vroeg")
    doel = v.TekstVeld(
        label="Waarvoor is de foto?", max_length=180, vraag="Schrijf op waarvoor u de foto gebruikt",
        help_text="Bijvoorbeeld: de drempel van de badkamer, voor de woningaanpassing",
    )  # fmt: skip
    bestand = v.BestandVeld(
        label="De foto", vraag="Kies of maak een foto",
        help_text="JPEG of PNG, hoogstens 10 MB. Geen mensen op de foto",
        widget=forms.FileInput(attrs={"accept": FOTO, "capture": "environment"}),
    )  # fmt: skip
