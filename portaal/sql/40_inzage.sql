-- Who of the desk looked: role and team, no name. Not what is kept back: safety, an inquiry of the toezichthouder, and
-- a zaak of which this inwoner may not know.
CREATE OR REPLACE VIEW portaal_inzage AS
SELECT l.id, l.inwoner, l.zaak AS vraag, l.om, l.rollen,
       coalesce((SELECT w.naam FROM wijkteams_lidmaatschap s JOIN wijkteams_wijkteam w ON w.id = s.wijkteam_id
                  WHERE s.medewerker_id = a.medewerker_id AND s.vanaf_op <= l.om::date
                    AND (s.tot_op IS NULL OR s.tot_op > l.om::date) AND w.soort = 'wijk'
                  ORDER BY s.vanaf_op LIMIT 1), '') AS team,
       l.scherm, l.actie, l.grond, l.nood, l.verzoek
  FROM toegang_inzage l JOIN toegang_actor a ON a.id = l.actor AND a.soort = 'medewerker'
 WHERE l.inwoner = portaal_voor() AND l.uitkomst = 'gelukt' AND l.laag <> 'L4' AND l.grond <> 'toezicht'
   AND l.scherm NOT IN ('veiligheid') AND (l.zaak IS NULL OR l.zaak IN (SELECT id FROM portaal_vraag));
