"""Form × Facts → Outline: the report as it will read, letterhead to Nơi nhận. Knows words and order, no fonts."""
