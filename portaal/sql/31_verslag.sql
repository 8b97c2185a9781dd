-- Versions of the verslag that were sent; never a concept.
CREATE OR REPLACE VIEW portaal_verslag AS
SELECT v.id, z.inwoner, o.zaak_id AS vraag, v.versie, v.nummer, v.delen, v.status, v.opmerkingen, v.verstuurd_op,
       v.ondertekend_op
  FROM wijkteams_verslag v JOIN wijkteams_onderzoek o ON o.id = v.onderzoek_id JOIN portaal_vraag z ON z.id = o.zaak_id
 WHERE v.status <> 'concept';
