-- Papers that we asked for by letter and still wait for (Awb art. 4:5).
CREATE OR REPLACE VIEW portaal_uitvraag AS
SELECT o.id, z.inwoner, t.zaak_id AS vraag, o.reden AS wat, o.uiterlijk_op
  FROM toegang_opschorting o JOIN toegang_termijn t ON t.id = o.termijn_id JOIN portaal_vraag z ON z.id = t.zaak_id
 WHERE o.grond = 'aanvulling' AND o.tot_op IS NULL;
