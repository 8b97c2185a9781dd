"""What every model with personal data shares: a key that says nothing, history, a version, no silent bulk write."""

import uuid
from functools import cache, partialmethod

from django.db import DEFAULT_DB_ALIAS, connection, models
from simple_history.manager import HistoryManager
from simple_history.models import HistoricalRecords

from toegang.models import samen
from toegang.models.actor import Actor
from toegang.moment import nu


class HistorieVergeten(TypeError):
    """A bulk write would leave no history. Save the rows, or use `bulk_met_historie`."""


class Verouderd(Exception):
    """Someone else saved this row after the form was opened; `.huidig` is the row as it stands now."""

    def __init__(self, huidig):
        super().__init__("Een collega heeft dit intussen gewijzigd. Kies welke tekst blijft.")
        self.huidig = huidig


class HistorieQuerySet(models.QuerySet):
    """Refuses writes that history cannot see."""

    def _geweigerd(self, *args, naam, **kwargs):
        raise HistorieVergeten(f"{self.model.__name__}.objects.{naam} laat geen historie na")

    update = partialmethod(_geweigerd, naam="update")
    bulk_create = partialmethod(_geweigerd, naam="bulk_create")
    bulk_update = partialmethod(_geweigerd, naam="bulk_update")
    update.alters_data = bulk_create.alters_data = bulk_update.alters_data = True

    def vergrendelen(self, pk):
        """Lock one row until the transaction ends; rows that point at it can still be inserted."""
        return self.select_for_update(of=("self",), no_key=True).get(pk=pk)


def zonder_oud(rij: "models.Model"):
    """Of a row that waited for its lock: what was joined before the wait and belongs no longer, is forgotten.

    PostgreSQL reads the locked row anew after the wait, not the rows that were joined to it; a colleague who came
    first would be unseen. What is asked next is read again. Costs no query where nothing changed.
    """
    for veld in rij._meta.concrete_fields:
        if veld.is_relation and veld.is_cached(rij):
            ander = veld.get_cached_value(rij)
            if (None if ander is None else ander.pk) != getattr(rij, veld.attname):
                veld.delete_cached_value(rij)
    return rij


def _wie(instance, **kwargs):
    """The Actor of a write comes from `bewaren(door=…)`; without one the history row has no person."""
    return getattr(instance, "_history_user", None)


class Historiemanager(HistoryManager):
    """simple_history makes this class anew at every look at a history; once is enough."""

    @classmethod
    @cache
    def from_queryset(cls, queryset_class, class_name=None):
        return super().from_queryset(queryset_class, class_name)


# Nobody looks for a history by these; an index that nobody reads is paid at every write.
NIET_GEZOCHT = (
    "volgnummer", "regisseur", "wijkteam", "vorige_zaak", "medewerker", "afgehandeld_door", "contactmoment",
)  # fmt: skip


class Historie(HistoricalRecords):
    """A history is read by its row, never by its date or by who wrote it: no index on those, paid at every write."""

    def get_extra_fields(self, model, fields):
        extra = super().get_extra_fields(model, fields)
        extra["history_date"].db_index = extra["history_user"].db_index = False
        return extra


class MetHistorie(models.Model):
    """A row whose every change is kept with the person and the reason."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    versie = models.PositiveIntegerField(default=1)

    objects = HistorieQuerySet.as_manager()
    history = Historie(
        inherit=True,
        user_model="toegang.Actor",
        get_user=_wie,
        history_manager=Historiemanager,
        history_id_field=models.BigAutoField(primary_key=True),
        history_change_reason_field=models.TextField(blank=True, default=""),
        no_db_index=NIET_GEZOCHT,
    )

    class Meta:
        abstract = True
        base_manager_name = "objects"

    def save(self, *args, **kwargs):
        self.afleiden()
        super().save(*args, **kwargs)

    def afleiden(self) -> None:
        """Fill the columns that follow from others; runs before every write, also in bulk."""

    def bewaren(self, *, door, reden: str):
        """Save with the Actor and the reason in the history; a change raises the version by one."""
        if not isinstance(door, Actor) or door.pk is None:  # a colleague has another number than his Actor
            raise TypeError(f"{door!r} is no Actor that was saved: nobody to write down.")
        self._history_user, self._change_reason, self._history_date = door, reden, nu()
        if not self._state.adding:
            self.versie += 1
        self._samen = True
        try:
            self.save()
        finally:
            self.__dict__.pop("_samen", None)
            self.__dict__.pop("skip_history_when_saving", None)
        return self

    def _do_insert(self, manager, using, fields, returning_fields, raw):
        """The new row with its history in one statement, when `bewaren` asks for it and the key is ours."""
        if "_samen" in self.__dict__ and not raw and not returning_fields and using == DEFAULT_DB_ALIAS:
            paren = [(veld, veld.pre_save(self, add=True)) for veld in fields]
            if (met := samen.waarden(self, paren, "+")) is not None:
                samen.toevoegen(type(self), tuple(fields)).doen(met)
                self.skip_history_when_saving = True
                return []
        return super()._do_insert(manager, using, fields, returning_fields, raw)

    def _do_update(self, base_qs, using, pk_val, values, update_fields, forced_update):
        """The changed row likewise; False when it is not there."""
        if "_samen" in self.__dict__ and update_fields is None and values and using == DEFAULT_DB_ALIAS:
            paren = [(veld, waarde) for veld, _, waarde in values]
            if (met := samen.waarden(self, paren, "~")) is not None:
                opdracht = samen.wijzigen(type(self), tuple(veld for veld, _ in paren))
                sleutel = self._meta.pk.get_db_prep_save(pk_val, connection=connection)
                er_was = opdracht.doen(met | {"_sleutel": sleutel}) > 0
                if er_was:
                    self.skip_history_when_saving = True
                return er_was
        return super()._do_update(base_qs, using, pk_val, values, update_fields, forced_update)

    def check_versie(self, versie: int | None) -> None:
        """Raise Verouderd when the form was opened on another version than the row has now."""
        if versie is not None and versie != self.versie:
            raise Verouderd(self)
