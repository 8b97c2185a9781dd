"""Finding a misspelt name by index: the keys of a name, made by PostgreSQL itself.

A word sounds as `toegang_klank` says (c and k, z and s, ei and ij are one, a double letter is a single one).
`toegang_naamsleutels` gives of each word: `=` and the sound, the sound, and the sound without each of its letters.
Two words that differ by one letter dropped, added, changed or swapped share a key, so `&&` on the index finds them.
The functions are made by migration 0005; an index holds what they gave, so another rule is another function.
"""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Func

KLANK = r"""
CREATE OR REPLACE FUNCTION toegang_klank(woord text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT pg_catalog.regexp_replace(pg_catalog.translate(
    pg_catalog.replace(pg_catalog.replace(pg_catalog.replace(pg_catalog.replace(pg_catalog.replace(
    pg_catalog.replace(pg_catalog.replace(pg_catalog.replace(pg_catalog.replace(pg_catalog.replace(
      pg_catalog.regexp_replace(woord, '^(vander|vanden|vande)(?=[a-z]{4})', ''),
      'ij', 'y'), 'ei', 'y'), 'ey', 'y'), 'ie', 'i'), 'ph', 'f'), 'th', 't'), 'ch', 'g'), 'ck', 'k'), 'ou', 'au'),
      'x', 'ks'),
    'czvdq', 'ksftk'), '(.)\1+', '\1', 'g')
$$;
"""
SLEUTELS = r"""
CREATE OR REPLACE FUNCTION toegang_naamsleutels(naam text) RETURNS text[]
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  WITH klanken AS (
    SELECT DISTINCT public.toegang_klank(w) AS k
    FROM pg_catalog.regexp_split_to_table(naam, ' ') AS w
    WHERE pg_catalog.length(w) > 1 AND w <> ALL ('{van,von,der,den,ten,ter,de,het,la,le,du,di,el,al,in,op,vd}'::text[])
  )
  SELECT pg_catalog.array_agg(DISTINCT s) FROM klanken, LATERAL (
    SELECT '=' || k AS s UNION ALL SELECT k
    UNION ALL
    SELECT pg_catalog.left(k, i - 1) || pg_catalog.substr(k, i + 1)
    FROM pg_catalog.generate_series(1, pg_catalog.length(k)) AS i WHERE pg_catalog.length(k) > 2
  ) AS sleutels
$$;
"""
TERUG = "DROP FUNCTION toegang_naamsleutels(text); DROP FUNCTION toegang_klank(text);"


INDEX = GinIndex(
    Func(F("zoeknaam"), function="toegang_naamsleutels", output_field=ArrayField(models.TextField())),
    name="inwoner_naamsleutels",
)
