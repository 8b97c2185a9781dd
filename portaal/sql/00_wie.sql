-- For whom this page is made. The web process sets it at the start of each transaction (portaal/burger.py).
CREATE OR REPLACE FUNCTION portaal_voor() RETURNS uuid LANGUAGE sql STABLE AS
$$ SELECT nullif(current_setting('portaal.voor', true), '')::uuid $$;
CREATE OR REPLACE FUNCTION portaal_ik() RETURNS uuid LANGUAGE sql STABLE AS
$$ SELECT nullif(current_setting('portaal.ik', true), '')::uuid $$;
