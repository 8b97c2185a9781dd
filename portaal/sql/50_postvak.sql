-- What this inwoner asked on the site, and what became of it.
CREATE OR REPLACE VIEW portaal_gevraagd AS
SELECT v.id, v.inwoner_id AS inwoner, v.soort, v.bron_id, v.status, v.gevraagd_om, v.gedaan_om, v.antwoord,
       v.door_id AS door
  FROM portaal_verzoek v WHERE v.inwoner_id = portaal_voor();
