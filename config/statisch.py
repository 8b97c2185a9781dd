"""Third-party styles and fonts from node_modules: only the files named here are ever served."""

from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.contrib.staticfiles.utils import matches_patterns
from django.core.files.storage import FileSystemStorage

# prefix under STATIC_URL -> (folder below node_modules, the files of it that we publish)
TOEGESTAAN = {
    "derden/utrecht": ("@utrecht/component-library-css/dist", ("index.css",)),
    "derden/voorbeeld": ("@nl-design-system-unstable/voorbeeld-design-tokens/dist", ("theme.css",)),
    "derden/lettertype": (
        "@fontsource/source-sans-3/files",
        tuple(
            f"source-sans-3-{schrift}-{dikte}-normal.woff2"
            for schrift in ("latin", "latin-ext")
            for dikte in ("400", "600", "700")
        ),
    ),
}


class NodeModulesFinder(BaseFinder):
    """Finds the allowed files; a whole `dist` folder (40 MB) is too much, and too unknown, to publish."""

    def __init__(self, app_names=None, *args, **kwargs):
        self.wortel = Path(settings.BASE_DIR) / "node_modules"
        super().__init__(*args, **kwargs)

    def check(self, **kwargs):
        return []

    def find(self, path, find_all=False, **kwargs):
        voorvoegsel, _, naam = str(path).rpartition("/")
        map_, namen = TOEGESTAAN.get(voorvoegsel, ("", ()))
        bestand = self.wortel / map_ / naam
        if naam not in namen or not bestand.is_file():
            return []
        return [str(bestand)] if find_all else str(bestand)

    def list(self, ignore_patterns):
        for voorvoegsel, (map_, namen) in TOEGESTAAN.items():
            opslag = FileSystemStorage(location=self.wortel / map_)
            opslag.prefix = voorvoegsel
            for naam in namen:
                if opslag.exists(naam) and not matches_patterns(naam, ignore_patterns or []):
                    yield naam, opslag
