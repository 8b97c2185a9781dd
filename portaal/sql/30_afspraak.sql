-- Appointments at home: planned, held, and missed.
CREATE OR REPLACE VIEW portaal_afspraak AS
SELECT h.id, z.inwoner, h.zaak_id AS vraag, h.versie, h.gepland_om AS om, h.duur_minuten, h.plaats, h.status,
       trim(m.first_name || ' ' || m.last_name) AS wie
  FROM wijkteams_huisbezoek h JOIN portaal_vraag z ON z.id = h.zaak_id
  JOIN wijkteams_medewerker m ON m.id = h.consulent_id
 WHERE h.status <> 'verplaatst';
