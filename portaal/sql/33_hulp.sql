-- Help that a sent decision granted.
CREATE OR REPLACE VIEW portaal_hulp AS
SELECT i.id, z.inwoner, i.zaak_id AS vraag, p.naam AS product, i.vorm, coalesce(a.naam, '') AS aanbieder, i.volume,
       i.eenheid, i.frequentie, i.ingangsdatum AS vanaf_op, i.einddatum AS tot_op, i.beeindigd_op, i.status
  FROM voorzieningen_indicatie i JOIN portaal_vraag z ON z.id = i.zaak_id
  JOIN voorzieningen_product p ON p.id = i.product_id LEFT JOIN voorzieningen_aanbieder a ON a.id = i.aanbieder_id
 WHERE i.status IN ('toegekend', 'lopend', 'beeindigd');
