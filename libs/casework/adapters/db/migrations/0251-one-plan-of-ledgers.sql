-- As every other slice: looked up by key, one plan (ADR 10).
alter function casework.ledger_slice(text, uuid) set plan_cache_mode = force_generic_plan;
