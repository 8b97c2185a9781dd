-- Goals of a part of the plan that was put before the citizen (agreed, or sent on paper to agree to), read through the
-- zaak they belong to: another's part stays another's.
CREATE OR REPLACE VIEW portaal_plandeel AS
SELECT p.id, p.plan_id AS plan, p.zaak_id AS vraag, z.inwoner, p.vastgesteld_op, p.evaluatie_op
  FROM wijkteams_plandeel p JOIN portaal_vraag z ON z.id = p.zaak_id
 WHERE p.status <> 'concept'
    OR EXISTS (SELECT 1 FROM toegang_brief b WHERE b.soort = 'plan' AND b.bron_id = p.id AND b.status = 'verzonden');
CREATE OR REPLACE VIEW portaal_doel AS
SELECT DISTINCT ON (g.id) g.id, p.inwoner, p.vraag, p.id AS deel, g.leefgebied, g.ik_wil, g.uiterlijk_op,
       p.vastgesteld_op, p.evaluatie_op
  FROM wijkteams_doel g JOIN wijkteams_doelzaak dz ON dz.doel_id = g.id
  JOIN portaal_plandeel p ON p.vraag = dz.zaak_id AND p.plan = g.plan_id
 WHERE g.beeindigd_op IS NULL
 ORDER BY g.id, p.vastgesteld_op;
CREATE OR REPLACE VIEW portaal_actie AS
SELECT a.id, g.inwoner, a.doel_id AS doel, a.soort, a.omschrijving, a.wie, a.uiterlijk_op
  FROM wijkteams_actie a JOIN portaal_doel g ON g.id = a.doel_id;
-- `versie` grows with every change of the party, the goals and the actions: a stale page agrees to nothing new.
CREATE OR REPLACE VIEW portaal_deelnemer AS
SELECT n.id, p.inwoner, n.deel_id AS deel, n.naam, n.rol, n.akkoord_op,
       (n.versie + coalesce((SELECT sum(g.versie + coalesce((SELECT sum(a.versie) FROM wijkteams_actie a
                                                              WHERE a.doel_id = g.id), 0))
                               FROM wijkteams_doel g JOIN wijkteams_doelzaak dz ON dz.doel_id = g.id
                              WHERE dz.zaak_id = p.vraag AND g.plan_id = p.plan), 0))::integer AS versie
  FROM wijkteams_deelnemer n JOIN portaal_plandeel p ON p.id = n.deel_id;
