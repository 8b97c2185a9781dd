-- Every zaak of this inwoner that he may know of. Kept from him and from who looks with him: what is about safety, and
-- what another told without his knowing, until he has the verslag in his hands (Wmo 2015 art. 5.3.2; Jeugdwet 7.3.10).
CREATE OR REPLACE VIEW portaal_vraag AS
SELECT z.id, d.inwoner_id AS inwoner, z.onderwerp, z.soort, z.wet, z.status, z.afsluitreden, z.gemeld_op, z.afgesloten_op,
       coalesce(c.kanaal, '') AS kanaal,
       CASE WHEN t.soort = 'wijk' THEN t.naam ELSE '' END AS team,
       CASE WHEN t.soort = 'wijk' THEN trim(coalesce(m.first_name, '') || ' ' || coalesce(m.last_name, '')) ELSE '' END
         AS contactpersoon,
       onderzoek.uiterste_datum AS onderzoek_uiterlijk_op, besluit.uiterste_datum AS besluit_uiterlijk_op,
       stil.uiterlijk_op AS stil_tot_op,
       plan.uiterste_datum IS NOT NULL AS plan_gevraagd, plan.uiterste_datum AS plan_tot_op,
       bezoek.op AS bezoek_op, verslag.verstuurd_op AS verslag_verstuurd_op, verslag.ondertekend_op AS verslag_ondertekend_op,
       aanvraag.ontvangen_op AS aanvraag_op, b.verzonden_op AS besluit_op, hulp.ingangsdatum AS hulp_vanaf_op
  FROM toegang_zaak z
  JOIN toegang_dossier d ON d.id = z.dossier_id
  LEFT JOIN wijkteams_wijkteam t ON t.id = z.wijkteam_id
  LEFT JOIN wijkteams_medewerker m ON m.id = z.regisseur_id
  LEFT JOIN LATERAL (SELECT kanaal FROM toegang_contactmoment WHERE zaak_id = z.id AND NOT notitie
                      ORDER BY ontvangen_op, geregistreerd_om LIMIT 1) c ON true
  LEFT JOIN LATERAL (SELECT uiterste_datum FROM toegang_termijn WHERE zaak_id = z.id AND soort = 'onderzoek'
                      AND gehaald_op IS NULL AND vervallen_op IS NULL LIMIT 1) onderzoek ON true
  LEFT JOIN LATERAL (SELECT id, uiterste_datum FROM toegang_termijn WHERE zaak_id = z.id AND soort = 'besluit'
                      AND gehaald_op IS NULL AND vervallen_op IS NULL ORDER BY uiterste_datum LIMIT 1) besluit ON true
  LEFT JOIN LATERAL (SELECT o.uiterlijk_op FROM toegang_opschorting o WHERE o.termijn_id = besluit.id AND o.tot_op IS NULL
                      ORDER BY o.vanaf_op DESC LIMIT 1) stil ON true
  LEFT JOIN LATERAL (SELECT uiterste_datum FROM toegang_termijn WHERE zaak_id = z.id AND soort = 'persoonlijk_plan'
                      AND gehaald_op IS NULL AND vervallen_op IS NULL AND z.persoonlijk_plan = 'afwachten' LIMIT 1) plan ON true
  LEFT JOIN LATERAL (SELECT max((gepland_om AT TIME ZONE 'Europe/Amsterdam')::date) AS op FROM wijkteams_huisbezoek
                      WHERE zaak_id = z.id AND status = 'geweest') bezoek ON true
  LEFT JOIN LATERAL (SELECT v.verstuurd_op, v.ondertekend_op FROM wijkteams_verslag v JOIN wijkteams_onderzoek o
                      ON o.id = v.onderzoek_id WHERE o.zaak_id = z.id AND v.status <> 'concept'
                      ORDER BY v.nummer DESC LIMIT 1) verslag ON true
  LEFT JOIN LATERAL (SELECT ontvangen_op FROM toegang_aanvraag WHERE zaak_id = z.id AND status <> 'ingetrokken'
                      ORDER BY ontvangen_op DESC LIMIT 1) aanvraag ON true
  LEFT JOIN LATERAL (SELECT verzonden_op FROM beschikkingen_besluit WHERE zaak_id = z.id AND verzonden_op IS NOT NULL
                      ORDER BY verzonden_op DESC LIMIT 1) b ON true
  LEFT JOIN LATERAL (SELECT ingangsdatum FROM voorzieningen_indicatie WHERE zaak_id = z.id
                      AND status IN ('toegekend', 'lopend', 'beeindigd') ORDER BY ingangsdatum LIMIT 1) hulp ON true
 WHERE d.inwoner_id = portaal_voor() AND z.onderwerp <> 'veiligheid'
   AND (verslag.verstuurd_op IS NOT NULL OR NOT EXISTS (
     SELECT 1 FROM toegang_contactmoment k
      WHERE k.zaak_id = z.id AND (k.soort = 'signaal' OR k.inwoner_weet_ervan IS FALSE)));
