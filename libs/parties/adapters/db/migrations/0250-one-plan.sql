-- Read under the lock by every step that asks for it, and planned anew each time: four tables with their policies cost more
-- to plan than to read. The statement looks everything up by key, so one plan is as good as any (ADR 10).
alter function parties.earlier_penalties(text, uuid) set plan_cache_mode = force_generic_plan;
alter function parties.slice(text, uuid) set plan_cache_mode = force_generic_plan;
