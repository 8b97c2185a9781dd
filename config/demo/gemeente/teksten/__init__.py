"""The themes of the demo, in the order in which dossiers take them in turn."""

from config.demo.gemeente.teksten.begeleiding import BEGELEIDING
from config.demo.gemeente.teksten.dagbesteding import DAGBESTEDING
from config.demo.gemeente.teksten.huishouden import HUISHOUDEN
from config.demo.gemeente.teksten.vervoer import VERVOER
from config.demo.gemeente.teksten.wonen import WONEN

THEMAS = (HUISHOUDEN, BEGELEIDING, HUISHOUDEN, DAGBESTEDING, VERVOER, HUISHOUDEN, WONEN, BEGELEIDING)
