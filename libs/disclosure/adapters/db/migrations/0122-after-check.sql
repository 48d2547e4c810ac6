-- After-check: which addresses are to be asked again now, and what was found.

-- Takes what is due, and sets it back at once: whoever dies in between leaves it to the next. Pauses double up to an hour.
create function disclosure.claim_after_checks(p_limit int)
returns table (organ text, item_id text, id bigint, number text, kind text) language sql as $$
  update disclosure.after_check a set attempts = a.attempts + 1,
    -- real time: it paces requests, no term runs by it.
    due_at = clock_timestamp() + make_interval(mins => least(60, 2 ^ least(a.attempts, 6))::int)
  from (select w.organ, w.item_id, w.id from disclosure.after_check w
    -- real time: it paces requests, no term runs by it.
    where w.state = 'waiting' and w.due_at <= clock_timestamp() order by w.due_at limit p_limit for update skip locked) due
  where (a.organ, a.item_id, a.id) = (due.organ, due.item_id, due.id)
  returning a.organ, a.item_id, a.id, a.number, a.kind
$$;

-- Keeps what was found; the history of the item says it when it is another finding than the last one.
-- p_found: gone-proved, still-shown, not-reached.
create function disclosure.keep_after_check(p_organ text, p_item text, p_id bigint, p_found text, p_findings jsonb, p_ground text)
returns void language plpgsql as $$
declare before text;
begin
  select findings->>'found' into before from disclosure.after_check where organ = p_organ and item_id = p_item and id = p_id for update;
  update disclosure.after_check set findings = jsonb_build_object('found', p_found, 'addresses', p_findings),
    state = case p_found when 'gone-proved' then 'proved' else state end
  where organ = p_organ and item_id = p_item and id = p_id and state = 'waiting';
  if found and p_found is distinct from before then
    perform disclosure.note(p_organ, p_item, p_found, 'system', null, p_ground);
  end if;
end $$;
revoke all on function disclosure.claim_after_checks(int), disclosure.keep_after_check(text, text, bigint, text, jsonb, text) from public;
grant execute on function disclosure.claim_after_checks(int), disclosure.keep_after_check(text, text, bigint, text, jsonb, text) to sanzhi_worker;
