"""After `make test`: stop the tests' own PostgreSQL and Redis, unless another run is using them."""

import os
from pathlib import Path

from config import diensten
from config.diensten import postgres


def verbindingen(map: Path) -> int:
    """How many others are connected to the cluster of this folder."""
    import psycopg2

    c = psycopg2.connect(host=str(postgres.start(map).socket), user="postgres", dbname="postgres")
    try:
        with c.cursor() as cursor:
            cursor.execute(
                "SELECT count(*) FROM pg_stat_activity "
                "WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()"
            )
            return int(cursor.fetchone()[0])
    finally:
        c.close()


def main() -> None:
    """Harmless when nothing runs."""
    var = Path(os.environ.get("TOEGANG_VAR") or diensten.PROJECT / "var" / "test")
    map = (var / "postgres").resolve()
    if not postgres.draait(map) or verbindingen(map) == 0:
        diensten.stop(var)


if __name__ == "__main__":
    main()
