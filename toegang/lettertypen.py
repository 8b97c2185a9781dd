"""The fonts of a letter: our own, from npm, so that a letter looks the same on every machine.

Each subset is a family of its own; the renderer takes, letter by letter, the first family that has the glyph.
What none of them has falls back to the fonts of the system.
"""

import base64
from pathlib import Path

NODE_MODULES = Path(__file__).resolve().parent.parent / "node_modules"

# family, npm package, start of the file name, (weight, style) …
GEWOON, VET, SCHUIN = (400, "normal"), (700, "normal"), (400, "italic")
LETTERTYPEN = (
    ("Brief Latijn", "@fontsource/noto-sans", "noto-sans-latin", (GEWOON, VET, SCHUIN)),
    ("Brief Latijn extra", "@fontsource/noto-sans", "noto-sans-latin-ext", (GEWOON, VET, SCHUIN)),
    ("Brief Vietnamees", "@fontsource/noto-sans", "noto-sans-vietnamese", (GEWOON, VET)),
    ("Brief Grieks", "@fontsource/noto-sans", "noto-sans-greek", (GEWOON, VET)),
    ("Brief Cyrillisch", "@fontsource/noto-sans", "noto-sans-cyrillic", (GEWOON, VET)),
    ("Brief Arabisch", "@fontsource/ibm-plex-sans-arabic", "ibm-plex-sans-arabic-arabic", (GEWOON, VET)),
)


def lettertypen_css(node_modules: Path = NODE_MODULES) -> str:
    """The @font-face rules with the fonts inside them; FileNotFoundError when npm was not run."""
    regels = []
    for familie, pakket, bestand, soorten in LETTERTYPEN:
        for gewicht, stijl in soorten:
            pad = node_modules / pakket / "files" / f"{bestand}-{gewicht}-{stijl}.woff2"
            inhoud = base64.b64encode(pad.read_bytes()).decode()
            regels.append(
                f"@font-face {{ font-family: '{familie}'; font-weight: {gewicht}; font-style: {stijl};"
                f" src: url(data:font/woff2;base64,{inhoud}); }}"
            )
    return "\n".join(regels)
