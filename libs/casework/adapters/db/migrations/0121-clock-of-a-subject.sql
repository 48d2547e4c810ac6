-- Stops the running clock of one subject (an item of disclosure): another of the same rule in the case runs on.
create function casework.stop_clock(p_organ text, p_case uuid, p_rule text, p_subject text) returns void
language plpgsql set plan_cache_mode = force_generic_plan as $$
begin
  update casework.clock set state = 'done', ended_at = sanzhi_now(), next_rung_at = null
  where organ = p_organ and case_id = p_case and state = 'running' and rule = p_rule and subject_id = p_subject;
end $$;
