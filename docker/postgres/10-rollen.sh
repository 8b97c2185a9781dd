#!/usr/bin/env bash
# Once, when the database is made: the three roles, the database and its extensions.
# toegang_eigenaar migrates, toegang_app is the application, toegang_portaal is what citizens reach.
set -euo pipefail

psql -v ON_ERROR_STOP=1 --no-psqlrc --quiet -U "${POSTGRES_USER:-postgres}" -d postgres <<'SQL'
\getenv eigenaar EIGENAAR_WACHTWOORD
\getenv app APP_WACHTWOORD
\getenv portaal PORTAAL_WACHTWOORD
CREATE ROLE toegang_eigenaar LOGIN PASSWORD :'eigenaar';
CREATE ROLE toegang_app LOGIN PASSWORD :'app';
CREATE ROLE toegang_portaal LOGIN PASSWORD :'portaal';
GRANT toegang_app, toegang_portaal TO toegang_eigenaar;
CREATE DATABASE toegang OWNER toegang_eigenaar TEMPLATE template0;
REVOKE ALL ON DATABASE toegang FROM PUBLIC;
GRANT CONNECT, TEMPORARY ON DATABASE toegang TO toegang_app, toegang_portaal;
\connect toegang
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS btree_gist;
SQL
