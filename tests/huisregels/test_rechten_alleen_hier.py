"""Rights live in one place: guardian stores, our query reads (docs/keuzes/0002)."""

import ast

import pytest

from tests.huisregels.bron import KAMERS, boom, naam, plek, python_bestanden
from tests.huisregels.test_alleen_usecases_schrijven import SCHRIJFT, keten

VERBODEN = {
    "has_perm", "has_perms", "get_perms", "get_user_perms", "get_group_perms", "get_objects_for_user",
    "get_objects_for_group", "get_users_with_perms", "assign_perm", "remove_perm", "bulk_assign_perm",
    "permission_required", "user_passes_test", "has_module_perms", "get_all_permissions",
}  # fmt: skip
# Who may write guardian's rows, each with the reason.
SCHRIJFT_RECHTEN = {
    "wijkteams/usecases/teamrechten_projecteren.py": "the projection of the memberships",
    "toegang/usecases/uitzonderingen.py": "an exception on one zaak, with ground and end",
    "wijkteams/usecases/waarneming.py": "a stand-in, as long as the regisseur is away",
    "beschikkingen/usecases/besluit_oppakken.py": "a claim: until it is let go, five working days at most",
    "toegang/usecases/zaak_openen.py": "who is named on a shielded dossier is named on its new zaak",
}
RECHTENMODELLEN = {
    "ZaakUserObjectPermission", "WijkteamUserObjectPermission", "ZaakGroupObjectPermission",
    "WijkteamGroupObjectPermission",
}  # fmt: skip


def verboden_in(stam: ast.Module) -> list[ast.AST]:
    """Calls and imports of what asks guardian or Django for a right, and global permissions."""
    gevonden: list[ast.AST] = []
    for knoop in ast.walk(stam):
        if isinstance(knoop, ast.Call):
            doel = knoop.func
            genoemd = doel.attr if isinstance(doel, ast.Attribute) else getattr(doel, "id", "")
            globaal = any(
                k.arg == "accept_global_perms" and getattr(k.value, "value", True) for k in knoop.keywords
            )
            if genoemd in VERBODEN or globaal:
                gevonden.append(knoop)
        elif isinstance(knoop, ast.ImportFrom) and (knoop.module or "").startswith("guardian.shortcuts"):
            gevonden.append(knoop)
    return gevonden


def schrijft_rechten(stam: ast.Module) -> bool:
    """The file makes or removes rows of a guardian model, or makes one to save later."""
    for knoop in ast.walk(stam):
        if isinstance(knoop, ast.Call):
            namen = keten(knoop.func)
            if namen[-1] in RECHTENMODELLEN and (len(namen) == 1 or set(namen) & (SCHRIJFT | {"update"})):
                return True
    return False


def test_niemand_vraagt_guardian_om_een_recht():
    assert [plek(p, k) for p in python_bestanden() for k in verboden_in(boom(p))] == []


def test_alleen_genoemde_usecases_geven_rechten():
    gevonden = {
        naam(p) for p in python_bestanden(*KAMERS) if schrijft_rechten(boom(p)) and "/models/" not in naam(p)
    }

    assert gevonden == set(SCHRIJFT_RECHTEN)


def test_guardian_doet_niet_mee_bij_het_aanmelden(settings):
    assert not [b for b in settings.AUTHENTICATION_BACKENDS if "guardian" in b]
    assert settings.ANONYMOUS_USER_NAME is None


@pytest.mark.parametrize(
    "regel",
    ["user.has_perm('x', zaak)", "get_objects_for_user(u, 'x')", "from guardian.shortcuts import get_perms",
     "voor(u, accept_global_perms=True)"],
)  # fmt: skip
def test_de_regel_wordt_rood(regel):
    assert verboden_in(ast.parse(regel))


@pytest.mark.parametrize(
    "regel", ["ZaakUserObjectPermission.objects.create(x=1)", "ZaakUserObjectPermission(x=1).save()",
              "WijkteamUserObjectPermission.objects.filter(x=1).delete()"]
)  # fmt: skip
def test_wie_rechten_schrijft_wordt_gezien(regel):
    assert schrijft_rechten(ast.parse(regel))
    assert not schrijft_rechten(ast.parse("ZaakUserObjectPermission.objects.filter(x=1).first()"))
