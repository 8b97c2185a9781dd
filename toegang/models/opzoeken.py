"""A lookup that Django lacks: one of many keys, as one array instead of a parameter a key."""

from django.db.models import Lookup, UUIDField


@UUIDField.register_lookup
class EenVan(Lookup):
    """`pk__een_van=ids`: `= ANY(array)`. Two hundred exceptions parse and plan twice as fast as an IN list."""

    lookup_name = "een_van"
    prepare_rhs = False

    def as_sql(self, compiler, connection):
        links, waarden = self.process_lhs(compiler, connection)
        return f"{links} = ANY(%s::uuid[])", [*waarden, list(self.rhs)]
