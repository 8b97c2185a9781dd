"""Axe in the browser tests: WCAG 2.0, 2.1 and 2.2, A and AA; the script comes from the package."""

from axe_playwright_python.sync_playwright import Axe

AXE = Axe()
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]
# what the width of the window can change of a page that was judged whole at another width
INDELING = ["color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size"]


def axe_fouten(page, *, alleen_indeling: bool = False) -> list[str]:
    """What axe finds on the page as it stands: one line per rule, with its elements; empty is good."""
    soort = {"type": "rule", "values": INDELING} if alleen_indeling else {"type": "tag", "values": WCAG}
    keuze = {"runOnly": soort, "resultTypes": ["violations"]}
    if not page.evaluate("typeof window.axe === 'object'"):  # half a megabyte: once per document
        page.evaluate(AXE.axe_script)
    fouten = []
    for regel in page.evaluate("keuze => axe.run(keuze)", keuze)["violations"]:
        plekken = "; ".join(str(knoop["target"][0]) for knoop in regel["nodes"][:5])
        fouten.append(f"{regel['id']}: {regel['help']} -> {plekken}")
    return fouten
