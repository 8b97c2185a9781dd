-- A page that was refused, in the read log: at most twenty an hour of one person for one inwoner, so that nobody can
-- fill the log by asking for what is not his. Counted here, where requests at the same time wait for each other.
-- Answers whether it was written.
CREATE OR REPLACE FUNCTION portaal_geweigerd(
    wie_ bigint, naam_ text, inwoner_ uuid, gevraagd_ uuid, scherm_ text, laag_ text, actie_ text, uitkomst_ text,
    vanaf_ text, verzoek_ uuid) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
BEGIN
  IF uitkomst_ NOT IN ('onzichtbaar', 'geweigerd') THEN RAISE EXCEPTION 'not a refusal: %', uitkomst_; END IF;
  PERFORM pg_advisory_xact_lock(hashtext('portaal_geweigerd'), hashtext(inwoner_::text));
  IF (SELECT count(*) FROM toegang_inzage
       WHERE inwoner = inwoner_ AND actor = wie_ AND uitkomst <> 'gelukt' AND om > now() - interval '1 hour') >= 20
  THEN RETURN false; END IF;
  INSERT INTO toegang_inzage
    (actor, wie, rollen, actie, uitkomst, inwoner, zaak, laag, scherm, grond, nood, vanaf, verzoek)
    VALUES (wie_, naam_, '', actie_, uitkomst_, inwoner_, gevraagd_, laag_, scherm_, '', false, vanaf_, verzoek_);
  RETURN true;
END
$$;
REVOKE ALL ON FUNCTION portaal_geweigerd(bigint, text, uuid, uuid, text, text, text, text, text, uuid) FROM PUBLIC;
