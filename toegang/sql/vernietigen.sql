-- Made by toegang/vernietigplan.py after every migrate: the list of rows and the two tables of names come from the registry.
CREATE OR REPLACE FUNCTION toegang_rijen_van(zaak_ uuid) RETURNS TABLE (tabel text, sleutel text)
    LANGUAGE sql STABLE SET search_path = public, pg_temp AS
$$
-- RIJEN
$$;

-- Removes what is held of one zaak. Nobody can have it done alone: it wants a row that one colleague proposed and another,
-- who is FG now, approved; and a zaak that is closed and was not touched since it was proposed.
CREATE OR REPLACE FUNCTION toegang_vernietigen(vernietiging_ uuid) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
DECLARE
  historie CONSTANT jsonb := '{TABELLEN}';
  verwijzingen CONSTANT jsonb := '{VERWIJZINGEN}';
  v toegang_vernietiging;
  z toegang_zaak;
  plan jsonb;
  telling jsonb;
  alle text[];
  naam text;
  hist text;
  type_ text;
  ids text[];
  verwijzing jsonb;
BEGIN
  SELECT * INTO v FROM toegang_vernietiging WHERE id = vernietiging_ FOR UPDATE;
  IF NOT FOUND OR v.status <> 'goedgekeurd' OR v.zaak_id IS NULL THEN
    RAISE EXCEPTION 'No approved destruction' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF (SELECT count(DISTINCT medewerker_id) FROM toegang_actor
      WHERE id IN (v.voorgesteld_door_id, v.besloten_door_id) AND soort = 'medewerker') <> 2 THEN
    RAISE EXCEPTION 'Destruction takes two persons' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF NOT EXISTS (
    SELECT 1 FROM toegang_actor a
    JOIN wijkteams_medewerker m ON m.id = a.medewerker_id AND m.is_active
    JOIN wijkteams_medewerker_groups mg ON mg.medewerker_id = m.id
    JOIN auth_group g ON g.id = mg.group_id AND g.name = 'functionaris_gegevensbescherming'
    WHERE a.id = v.besloten_door_id
  ) THEN
    RAISE EXCEPTION 'Destruction is decided by the FG' USING ERRCODE = 'insufficient_privilege';
  END IF;
  SELECT * INTO z FROM toegang_zaak WHERE id = v.zaak_id FOR UPDATE;
  IF z.status <> 'afgesloten' OR z.versie <> v.zaakversie THEN
    RAISE EXCEPTION 'The zaak changed since it was proposed' USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;

  SELECT coalesce(jsonb_object_agg(tabel, sleutels), '{}'), coalesce(jsonb_object_agg(tabel, aantal), '{}')
    INTO plan, telling
    FROM (SELECT tabel, jsonb_agg(sleutel) AS sleutels, count(*) AS aantal
          FROM toegang_rijen_van(z.id) GROUP BY tabel) AS per_tabel;
  SELECT array_agg(sleutel) INTO alle FROM jsonb_each(plan) AS t, jsonb_array_elements_text(t.value) AS sleutel
    WHERE length(sleutel) = 36;
  -- The rows that nobody may change otherwise go as well; who calls this holds no DELETE, so the setting gives nothing.
  PERFORM set_config('pgtrigger.ignore', (
    SELECT coalesce(array_agg(DISTINCT tgname::text), '{}')::text FROM pg_trigger
    WHERE tgname LIKE 'pgtrigger%' AND tgrelid IN (SELECT to_regclass(t.key) FROM jsonb_each(plan) AS t)), true);

  FOR naam IN SELECT jsonb_object_keys(plan) LOOP
    ids := ARRAY(SELECT jsonb_array_elements_text(plan -> naam));
    SELECT format_type(atttypid, NULL) INTO STRICT type_ FROM pg_attribute
      WHERE attrelid = to_regclass(naam) AND attname = 'id';
    hist := historie ->> naam;
    IF hist <> '' THEN
      EXECUTE format('DELETE FROM %I WHERE id = ANY($1::%s[])', hist, type_) USING ids;
    END IF;
    EXECUTE format('DELETE FROM %I WHERE id = ANY($1::%s[])', naam, type_) USING ids;
  END LOOP;
  UPDATE toegang_vernietiging SET status = 'vernietigd', zaak_id = NULL, aantallen = telling, vernietigd_om = now()
    WHERE id = vernietiging_;
  -- What stays names them no more.
  FOR verwijzing IN SELECT jsonb_array_elements(verwijzingen) LOOP
    IF plan ? (verwijzing ->> 'doel') THEN
      SELECT format_type(atttypid, NULL) INTO STRICT type_ FROM pg_attribute
        WHERE attrelid = to_regclass(verwijzing ->> 'doel') AND attname = 'id';
      EXECUTE format('UPDATE %1$I SET %2$I = NULL WHERE %2$I = ANY($1::%3$s[])',
          verwijzing ->> 'tabel', verwijzing ->> 'kolom', type_)
        USING ARRAY(SELECT jsonb_array_elements_text(plan -> (verwijzing ->> 'doel')));
    END IF;
  END LOOP;
  DELETE FROM toegang_concept WHERE formulier LIKE ANY (SELECT '%' || s || '%' FROM unnest(alle) AS s);
  DELETE FROM toegang_formuliersleutel WHERE antwoord LIKE ANY (SELECT '%' || s || '%' FROM unnest(alle) AS s);
  SET CONSTRAINTS ALL IMMEDIATE;  -- what cannot do without it (a bezwaar on its besluit) speaks up here
  SET CONSTRAINTS ALL DEFERRED;
  PERFORM set_config('pgtrigger.ignore', '{}', true);
  RETURN telling;
END
$$;
-- The proof stays as it is.
CREATE OR REPLACE FUNCTION toegang_vernietiging_blijft() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
  RAISE EXCEPTION 'The proof of a destruction stays';
END
$$;
CREATE OR REPLACE TRIGGER bewijs_blijft BEFORE UPDATE OR DELETE ON toegang_vernietiging
  FOR EACH ROW WHEN (OLD.status = 'vernietigd') EXECUTE FUNCTION toegang_vernietiging_blijft();
REVOKE ALL ON FUNCTION toegang_rijen_van(uuid) FROM PUBLIC;
REVOKE ALL ON FUNCTION toegang_vernietigen(uuid) FROM PUBLIC;
