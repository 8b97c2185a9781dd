-- What the desk's jobs ask of the site's views: whether the site shows this zaak, and as what the plan stands there now.
CREATE OR REPLACE FUNCTION portaal_toont(zaak_ uuid, inwoner_ uuid) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
DECLARE uit boolean;
BEGIN
  PERFORM set_config('portaal.voor', inwoner_::text, true);
  SELECT EXISTS (SELECT 1 FROM portaal_vraag WHERE id = zaak_) INTO uit;
  PERFORM set_config('portaal.voor', '', true);
  RETURN uit;
END
$$;
CREATE OR REPLACE FUNCTION portaal_planversie(deelnemer_ uuid, inwoner_ uuid) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
DECLARE uit integer;
BEGIN
  PERFORM set_config('portaal.voor', inwoner_::text, true);
  SELECT versie INTO uit FROM portaal_deelnemer WHERE id = deelnemer_;
  PERFORM set_config('portaal.voor', '', true);
  RETURN uit;
END
$$;
REVOKE ALL ON FUNCTION portaal_toont(uuid, uuid) FROM PUBLIC;
REVOKE ALL ON FUNCTION portaal_planversie(uuid, uuid) FROM PUBLIC;
