"""The paragraphs of the answer to an aanvraag: what, why along the rungs, what it costs, on which rules. Reads only."""

from django.utils import timezone
from django.utils.translation import gettext

from beschikkingen.bijdragen import bijdrage_in
from beschikkingen.briefgegevens import eerste_contact, laatste_bezoek, mee_gelezen
from beschikkingen.briefpgb import pgb_geweigerd, pgb_van
from beschikkingen.briefuitkomst import alineas, hulpnamen
from beschikkingen.brieven import Reden, Regel
from beschikkingen.models import Besluit, Besluitreden, Gevolg, Uitkomst
from toegang.models import Contactmoment, Kanaal
from toegang.opmaak import bedrag, datum
from toegang.rechten import Wet
from voorzieningen.models import Indicatie, Vorm
from voorzieningen.regels import omvang_in_woorden
from wijkteams.models import Huisbezoek, Medewerker
from wijkteams.regels import IN_DE_BRIEF

WETSARTIKELEN = {
    Wet.WMO: "Wmo 2015 artikel 2.3.2, 2.3.5 en 2.3.8",
    Wet.JEUGDWET: "Jeugdwet artikel 2.3",
    Wet.PARTICIPATIEWET: "Participatiewet artikel 11",
}
PGB_ARTIKEL = {Wet.WMO: "Wmo 2015 artikel 2.3.6", Wet.JEUGDWET: "Jeugdwet artikel 8.1.1"}
TREDEN = range(1, 7)  # rung 7 is the help itself


def antwoord(besluit: Besluit) -> dict:
    """The answer to an aanvraag, along the rungs."""
    indicaties = indicaties_van(besluit)
    treden = () if besluit.verwijst else treden_van(besluit)
    wijst_af = besluit.uitkomst == Uitkomst.AFWIJZING
    return {
        "besluit": (wat_besloten(besluit, indicaties),),
        "regels": () if wijst_af else regels_van(indicaties),
        "pgb": () if wijst_af else pgb_van(besluit, indicaties),
        "nu": () if wijst_af else alineas(besluit.wat_gebeurt_nu),
        "waarom_kop": {
            Uitkomst.TOEKENNING: gettext("Waarom krijgt u deze hulp?"),
            Uitkomst.GEDEELTELIJK: gettext("Waarom krijgt u een deel?"),
            Uitkomst.AFWIJZING: gettext("Waarom niet?"),
        }[Uitkomst(besluit.uitkomst)],
        "waarom": herhaling(besluit) or (*waarom_van(besluit), *slot_van_waarom(besluit, bool(treden))),
        "treden": treden,
        "conclusie": (*alineas(besluit.blijft_over), *alineas(besluit.motivering), *geweigerd(besluit)),
        "adviezen": adviezen_van(indicaties),
        "zienswijze": alineas(besluit.zienswijze),
        "wat_kan_wel": alineas(besluit.wat_kan_wel),
        "bijdrage": () if wijst_af else bijdrage_van(besluit, indicaties),
        "veranderingen": (veranderingen(besluit),),
        "wettelijke_regels": rechtsregels(besluit, indicaties),
    }


def indicaties_van(besluit: Besluit) -> list[Indicatie]:
    """The help that the letter is about: of a partial grant only what is given."""
    regels = besluit.geldende_regels()
    if besluit.uitkomst == Uitkomst.GEDEELTELIJK:
        regels = [r for r in regels if r.gevolg != Gevolg.AFWIJZEN]
    return [r.indicatie for r in regels]


def geweigerd(besluit: Besluit) -> tuple[str, ...]:
    """Of a partial grant: what is not given, and why; of any refusal why the pgb that was asked cannot be."""
    pgb = pgb_geweigerd(besluit)
    regels = besluit.geldende_regels() if besluit.uitkomst == Uitkomst.GEDEELTELIJK else []
    zinnen = []
    for r in regels:
        if r.gevolg != Gevolg.AFWIJZEN:
            continue
        zin = gettext("U krijgt geen %(hulp)s.") % {"hulp": r.indicatie.product.briefnaam}
        if r.indicatie.vorm == Vorm.PGB and r.indicatie.product_id in pgb:
            zin = pgb.pop(r.indicatie.product_id)
        zinnen.append(" ".join([zin, *alineas(r.reden)]))
    return (*zinnen, *pgb.values())


def wat_besloten(besluit: Besluit, indicaties: list[Indicatie]) -> str:
    """What is decided (Awb 1:3), and whether it is natura or a pgb."""
    hulp = hulpnamen(indicaties)
    if besluit.uitkomst == Uitkomst.AFWIJZING:
        vroeg = (
            gettext("U vroeg ons om %(hulp)s.") % {"hulp": hulp} if hulp else gettext("U vroeg ons om hulp.")
        )
        return f"{vroeg} {gettext('U krijgt deze hulp niet.')}"
    zinnen = [gettext("U krijgt %(hulp)s.") % {"hulp": hulp}]
    if besluit.uitkomst == Uitkomst.GEDEELTELIJK:
        zinnen.append(gettext("Dat is een deel van wat u vroeg."))
    vormen = {i.vorm for i in indicaties}
    if "natura" in vormen:
        zinnen.append(gettext("De gemeente betaalt een aanbieder die u helpt. Dat heet zorg in natura."))
    if "pgb" in vormen:
        zinnen.append(
            gettext(
                "U krijgt een bedrag om zelf hulp te kopen. Dat heet een persoonsgebonden budget, of pgb."
            )
        )
    return " ".join(zinnen)


def regels_van(indicaties: list[Indicatie]) -> tuple[Regel, ...]:
    """What, how much, from whom, when: the extent of each line (CRvB 2018)."""
    regels = []
    for nummer, i in enumerate(indicaties, start=1):
        voor = f"{nummer}. " if len(indicaties) > 1 else ""
        regels += [
            Regel(voor + gettext("Wat"), i.resultaat or i.product.wat),
            Regel(voor + gettext("Hoeveel"), omvang_in_woorden(i.volume, i.eenheid, i.frequentie)),
            Regel(
                voor + gettext("Van wie"), i.aanbieder.naam if i.aanbieder else gettext("u kiest zelf (pgb)")
            ),
            Regel(
                voor + gettext("Wanneer"),
                gettext("van %(begin)s tot en met %(einde)s")
                % {"begin": datum(i.ingangsdatum), "einde": datum(i.einddatum)},
            ),
        ]
    return tuple(regels)


def waarom_van(besluit: Besluit) -> tuple[str, ...]:
    """Melding, visit, verslag and aanvraag with their dates (Awb 4:2, Wmo 2.3.2 lid 8), then the limitation."""
    zinnen = [hoe_begon(besluit), *hoe_spraken(besluit), *hoe_vroeg(besluit)]
    return (" ".join(z for z in zinnen if z), *alineas(besluit.wat_kunt_u_niet))


def herhaling(besluit: Besluit) -> tuple[str, ...]:
    """Of a repeated aanvraag without anything new: that we point at what was decided (Awb art. 4:6 lid 2)."""
    eerder = besluit.volgt_op
    if not besluit.verwijst or eerder is None or eerder.verzonden_op is None:
        return ()
    dag = {"dag": datum(eerder.verzonden_op), "kenmerk": eerder.kenmerk}
    return (
        " ".join(
            [
                *hoe_vroeg(besluit),
                gettext("U vroeg dit al eerder. Wij stuurden u ons besluit op %(dag)s, kenmerk %(kenmerk)s.")
                % dag,
                gettext("U noemt niets wat nieuw of anders is. Daarom blijven wij bij dat besluit."),
            ]
        ),
    )


def slot_van_waarom(besluit: Besluit, met_treden: bool) -> tuple[str, ...]:
    return (gettext("Wij keken samen wat er al kan:"),) if met_treden else ()


def hoe_begon(besluit: Besluit) -> str:
    contacten = mee_gelezen(besluit, "contact", Contactmoment, eerste_contact(besluit.zaak))
    contact = contacten[0] if contacten else None
    dag = {"dag": datum(besluit.zaak.gemeld_op)}
    zelf = contact is not None and not contact.namens_naam
    if zelf and contact.kanaal == Kanaal.TELEFOON:
        return gettext("U belde ons op %(dag)s.") % dag
    if zelf and contact.kanaal == Kanaal.BALIE:
        return gettext("U kwam bij ons op %(dag)s.") % dag
    if zelf and contact.kanaal in (Kanaal.E_MAIL, Kanaal.BRIEF, Kanaal.WEBSITE):
        return gettext("U schreef ons op %(dag)s.") % dag
    return gettext("Wij kregen uw vraag op %(dag)s.") % dag


def hoe_spraken(besluit: Besluit) -> list[str]:
    gevonden = laatste_bezoek(besluit.zaak).select_related("consulent")
    bezoeken = mee_gelezen(besluit, "bezoek", Huisbezoek, gevonden)
    if not bezoeken:
        return []
    (bezoek,) = bezoeken
    wie = mee_gelezen(besluit, "consulent", Medewerker, Medewerker.objects.none())
    consulent = wie[0] if wie else bezoek.consulent
    vorm = (
        gettext("Op %(dag)s sprak %(wie)s met u.")
        if bezoek.plaats
        else gettext("Op %(dag)s kwam %(wie)s bij u thuis.")
    )
    return [vorm % {"dag": datum(timezone.localdate(bezoek.gepland_om)), "wie": consulent.volledige_naam}]


def hoe_vroeg(besluit: Besluit) -> list[str]:
    aanvraag = besluit.aanvraag
    if aanvraag is None:
        return []
    dag = {"dag": datum(aanvraag.ontvangen_op)}
    if aanvraag.wijze == "verslag":
        return [gettext("U tekende het verslag. Wij kregen het op %(dag)s. Dat is uw aanvraag.") % dag]
    return [gettext("Wij kregen uw aanvraag op %(dag)s.") % dag]


def treden_van(besluit: Besluit) -> tuple[Reden, ...]:
    """The rungs 1 to 6 with their *reden in de brief*; several needs at one rung stand behind each other."""
    per_trede: dict[int, list[str]] = {}
    redenen = mee_gelezen(besluit, "redenen", Besluitreden, besluit.redenen.all())
    for reden in sorted(redenen, key=lambda r: (r.trede, r.pk)):
        if reden.trede in TREDEN and reden.tekst.strip():
            per_trede.setdefault(reden.trede, []).append(" ".join(reden.tekst.split()))
    return tuple(Reden(IN_DE_BRIEF[t], " ".join(dict.fromkeys(teksten))) for t, teksten in per_trede.items())


def adviezen_van(indicaties: list[Indicatie]) -> tuple[str, ...]:
    """Whose advice, when, what (Awb 3:49)."""
    return tuple(
        gettext("Op %(dag)s gaf %(wie)s ons advies. %(advies)s")
        % {"dag": datum(i.advies_op), "wie": i.advies_van, "advies": i.advies}
        for i in indicaties
        if i.advies_van
    )


def bijdrage_van(besluit: Besluit, indicaties: list[Indicatie]) -> tuple[str, ...]:
    """That there is a bijdrage, how much, and who collects it (Wmo 2.1.4); no amount that is not known."""
    betaalt = [i for i in indicaties if i.product.eigen_bijdrage]
    if besluit.zaak.wet != Wet.WMO:
        return ()
    if not betaalt or besluit.zaak.dossier.inwoner.geboortedatum.minstens(18, besluit.opgesteld_op) is False:
        return (gettext("U betaalt voor deze hulp geen eigen bijdrage."),)
    begin = min(i.ingangsdatum for i in betaalt)
    jaar = besluit.opgesteld_op.year
    zinnen = [gettext("U betaalt een eigen bijdrage.")]
    if nu := bijdrage_in(jaar):
        zinnen.append(
            gettext("In %(jaar)s is dat %(bedrag)s per maand voor uw hele huishouden.")
            % {"jaar": jaar, "bedrag": bedrag(nu.per_maand)}
        )
    if begin.year > jaar or nu is None:
        zinnen.append(
            gettext("Het CAK stuurt u de rekening en vertelt wat u in %(jaar)s betaalt.")
            % {"jaar": max(begin.year, jaar)}
        )
    else:
        zinnen.append(gettext("Het CAK stuurt u de rekening."))
    return (" ".join(zinnen),)


def veranderingen(besluit: Besluit) -> str:
    """The duty to report changes (Wmo 2.3.8), or when we look again."""
    if besluit.uitkomst == Uitkomst.AFWIJZING:
        return gettext("Verandert er iets bij u thuis? Bel ons. Dan kijken wij opnieuw.")
    return gettext(
        "Verhuist u, komt er iemand bij u wonen of hebt u meer of minder hulp nodig? Bel ons dan meteen."
    )


def rechtsregels(besluit: Besluit, indicaties: list[Indicatie]) -> tuple[str, ...]:
    """The articles of the law and of our own rules (Awb 3:47)."""
    if besluit.verwijst:
        return (gettext("Algemene wet bestuursrecht artikel 4:6"), *eigen_regels(besluit))
    regels = [WETSARTIKELEN.get(Wet(besluit.zaak.wet), besluit.zaak.get_wet_display())]
    if (
        any(i.vorm == Vorm.PGB for i in indicaties) or pgb_geweigerd(besluit)
    ) and besluit.zaak.wet in PGB_ARTIKEL:
        regels.append(PGB_ARTIKEL[Wet(besluit.zaak.wet)])
    return (*regels, *eigen_regels(besluit))


def eigen_regels(besluit: Besluit) -> tuple[str, ...]:
    """The articles of our own verordening and policy."""
    return tuple(deel.strip().rstrip(".") for deel in besluit.regels.split(";") if deel.strip())
