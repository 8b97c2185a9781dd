"""The read log: append-only for everyone, partitioned by month, with the transaction id that the seal needs."""

from django.db import migrations

MAKEN = """
CREATE TABLE toegang_inzage (
    id bigint GENERATED ALWAYS AS IDENTITY,
    om timestamptz NOT NULL DEFAULT clock_timestamp(),
    tx xid8 NOT NULL DEFAULT pg_current_xact_id(),
    actor bigint NOT NULL,
    wie text NOT NULL,
    rollen text NOT NULL,
    actie text NOT NULL,
    uitkomst text NOT NULL,
    inwoner uuid,
    dossier uuid,
    zaak uuid,
    laag text NOT NULL,
    scherm text NOT NULL,
    grond text NOT NULL,
    nood boolean NOT NULL,
    vanaf text NOT NULL,
    verzoek uuid NOT NULL,
    PRIMARY KEY (id, om)
) PARTITION BY RANGE (om);
CREATE TABLE toegang_inzage_overig PARTITION OF toegang_inzage DEFAULT;
CREATE INDEX inzage_inwoner ON toegang_inzage (inwoner, id DESC);
CREATE INDEX inzage_zaak ON toegang_inzage (zaak, id DESC);
CREATE INDEX inzage_tx ON toegang_inzage (tx);

CREATE FUNCTION toegang_inzage_nooit_anders() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The read log is append-only';
END $$;
CREATE TRIGGER inzage_nooit_anders BEFORE UPDATE OR DELETE ON toegang_inzage
    FOR EACH ROW EXECUTE FUNCTION toegang_inzage_nooit_anders();
CREATE TRIGGER inzage_nooit_leeg BEFORE TRUNCATE ON toegang_inzage
    FOR EACH STATEMENT EXECUTE FUNCTION toegang_inzage_nooit_anders();

-- Makes the partition of a month; of the owner, so that the application can have its months made but not change them.
CREATE FUNCTION toegang_inzage_maand(dag date) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = public, pg_temp AS $$
DECLARE
    begin_ date := date_trunc('month', dag);
    naam text := 'toegang_inzage_' || to_char(begin_, 'YYYY_MM');
BEGIN
    IF to_regclass(naam) IS NULL THEN
        EXECUTE format('CREATE TABLE %I PARTITION OF toegang_inzage FOR VALUES FROM (%L) TO (%L)',
            naam, begin_::timestamp AT TIME ZONE 'Europe/Amsterdam',
            (begin_ + interval '1 month')::timestamp AT TIME ZONE 'Europe/Amsterdam');
    END IF;
END $$;

SELECT toegang_inzage_maand((current_date + make_interval(months => n))::date) FROM generate_series(0, 3) n;

-- What a seal signs of one row: every column, so that no edit goes unseen.
CREATE FUNCTION toegang_inzage_tekst(e toegang_inzage) RETURNS bytea LANGUAGE sql STABLE AS $$
    SELECT sha256(convert_to(concat_ws(chr(31), e.id, extract(epoch FROM e.om), e.tx, e.actor, e.wie, e.rollen,
        e.actie, e.uitkomst, coalesce(e.inwoner::text, '-'), coalesce(e.dossier::text, '-'),
        coalesce(e.zaak::text, '-'), e.laag, e.scherm, e.grond, e.nood, e.vanaf, e.verzoek), 'UTF8'))
$$;
"""

TERUG = """
DROP FUNCTION toegang_inzage_tekst(toegang_inzage);
DROP FUNCTION toegang_inzage_maand(date);
DROP TABLE toegang_inzage;
DROP FUNCTION toegang_inzage_nooit_anders();
"""


class Migration(migrations.Migration):
    dependencies = [("toegang", "0002_initial")]
    operations = [migrations.RunSQL(MAKEN, TERUG)]
