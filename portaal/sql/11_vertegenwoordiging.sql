-- For whom the person who signed in may act on this day; the dead are not represented.
CREATE OR REPLACE VIEW portaal_vertegenwoordiging AS
SELECT v.id, v.verwant_id AS vertegenwoordiger, v.inwoner_id AS inwoner, v.soort, v.mag, i.geboren, v.vanaf_op, v.tot_op
  FROM toegang_vertegenwoordiger v JOIN toegang_inwoner i ON i.id = v.inwoner_id
 WHERE v.verwant_id = portaal_ik() AND v.bewijs_gezien_op IS NOT NULL
   AND i.overleden_op = '' AND i.samengevoegd_met_id IS NULL;
