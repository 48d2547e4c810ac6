-- Appends one entry with its payload and its leaf. The caller holds the lock of the case row. Values come apart: packed into
-- one JSON, header and payload were written, read and unescaped once more on both sides.
drop function record.append(text, uuid, jsonb);
create function record.append(p_organ text, p_case uuid, p_seq int, p_prev text, p_sha256 text, p_sm3 text, p_header text,
  p_payload text, p_salt text, p_action text, p_actor text, p_acted_at timestamptz, p_recorded_at timestamptz)
returns void language plpgsql set plan_cache_mode = force_generic_plan as $$
begin
  insert into record.entry (organ, case_id, seq, prev_sha256, sha256, sm3, header, action, actor, acted_at, recorded_at)
  values (p_organ, p_case, p_seq, p_prev, p_sha256, p_sm3, p_header, p_action, p_actor, p_acted_at, p_recorded_at);
  insert into record.payload (organ, case_id, seq, salt, body) values (p_organ, p_case, p_seq, p_salt, p_payload);
  insert into record.pending_leaf (organ, case_id, seq, year, sha256, sm3)
  values (p_organ, p_case, p_seq, extract(year from p_recorded_at at time zone 'Asia/Shanghai')::int, p_sha256, p_sm3);
end $$;
