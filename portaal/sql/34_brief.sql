-- Letters that were handed over and are not kept back; a copy for a mentor is the mentor's. Against a decision on a
-- bezwaar stands the court, no second bezwaar.
CREATE OR REPLACE VIEW portaal_brief AS
SELECT b.id, z.inwoner, b.zaak_id AS vraag, b.soort, b.onderwerp, b.verzonden_op, d.bestand, d.sha256, d.grootte,
       CASE WHEN s.aanleiding <> 'bezwaar' THEN s.bezwaar_tot END AS bezwaar_tot, coalesce(s.uitkomst, '') AS uitkomst
  FROM toegang_brief b JOIN portaal_vraag z ON z.id = b.zaak_id JOIN toegang_document d ON d.id = b.document_id
  LEFT JOIN beschikkingen_besluit s ON b.soort = 'besluit' AND s.id = b.bron_id
 WHERE b.status = 'verzonden' AND d.onthouden_grond = '' AND position(':afschrift:' in b.sleutel) = 0;
