-- The two questions about a person that the portal may ask of more than it can read: who is this (at sign-in), and as
-- which Actor does he act. Both run with the rights of the owner; each answers with one row or none.
CREATE OR REPLACE FUNCTION portaal_aanmelden(van_bsn bytea) RETURNS uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT coalesce(samengevoegd_met_id, id) FROM toegang_inwoner WHERE bsn_index = van_bsn AND overleden_op = '' $$;
CREATE OR REPLACE FUNCTION portaal_actor(wie uuid, namens uuid, met_naam text) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
DECLARE gevonden bigint;
BEGIN
  IF namens IS NULL THEN
    SELECT id INTO gevonden FROM toegang_actor WHERE inwoner_id = wie;
    IF gevonden IS NOT NULL THEN RETURN gevonden; END IF;
    INSERT INTO toegang_actor (soort, naam, inwoner_id) VALUES ('inwoner', met_naam, wie)
      ON CONFLICT (inwoner_id) DO NOTHING;
    SELECT id INTO gevonden FROM toegang_actor WHERE inwoner_id = wie;
  ELSE
    SELECT a.id INTO gevonden FROM toegang_actor a JOIN toegang_vertegenwoordiger v ON v.id = a.vertegenwoordiger_id
     WHERE v.id = namens AND v.verwant_id = wie;
    IF gevonden IS NOT NULL THEN RETURN gevonden; END IF;
    INSERT INTO toegang_actor (soort, naam, vertegenwoordiger_id)
      SELECT 'vertegenwoordiger', met_naam, v.id FROM toegang_vertegenwoordiger v
       WHERE v.id = namens AND v.verwant_id = wie
      ON CONFLICT (vertegenwoordiger_id) DO NOTHING;
    SELECT a.id INTO gevonden FROM toegang_actor a JOIN toegang_vertegenwoordiger v ON v.id = a.vertegenwoordiger_id
     WHERE v.id = namens AND v.verwant_id = wie;
  END IF;
  RETURN gevonden;
END
$$;
REVOKE ALL ON FUNCTION portaal_aanmelden(bytea) FROM PUBLIC;
REVOKE ALL ON FUNCTION portaal_actor(uuid, uuid, text) FROM PUBLIC;
