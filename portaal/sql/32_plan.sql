-- Goals of an agreed part of the plan, read through the zaak they belong to: another's part stays another's.
CREATE OR REPLACE VIEW portaal_doel AS
SELECT DISTINCT ON (g.id) g.id, z.inwoner, p.zaak_id AS vraag, p.id AS deel, g.leefgebied, g.ik_wil, g.uiterlijk_op,
       p.vastgesteld_op, p.evaluatie_op
  FROM wijkteams_doel g JOIN wijkteams_doelzaak dz ON dz.doel_id = g.id JOIN portaal_vraag z ON z.id = dz.zaak_id
  JOIN wijkteams_plandeel p ON p.zaak_id = z.id AND p.plan_id = g.plan_id AND p.status <> 'concept'
 WHERE g.beeindigd_op IS NULL
 ORDER BY g.id, p.vastgesteld_op;
CREATE OR REPLACE VIEW portaal_actie AS
SELECT a.id, g.inwoner, a.doel_id AS doel, a.soort, a.omschrijving, a.wie, a.uiterlijk_op
  FROM wijkteams_actie a JOIN portaal_doel g ON g.id = a.doel_id;
CREATE OR REPLACE VIEW portaal_deelnemer AS
SELECT n.id, z.inwoner, n.deel_id AS deel, n.naam, n.rol, n.versie, n.akkoord_op
  FROM wijkteams_deelnemer n JOIN wijkteams_plandeel p ON p.id = n.deel_id AND p.status <> 'concept'
  JOIN portaal_vraag z ON z.id = p.zaak_id;
