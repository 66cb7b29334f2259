"""PostgreSQL, through psycopg 3: loaded only where data are on a server."""
