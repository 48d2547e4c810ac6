-- Issues a document; its text travels as it is, not within a JSON.
drop function documents.issue(text, uuid, jsonb);
create function documents.issue(p_organ text, p_case uuid, p_id uuid, p_kind text, p_number text, p_html text, p_sha256 text,
  p_sm3 text, p_issued_at timestamptz)
returns void language plpgsql set plan_cache_mode = force_generic_plan as $$
begin
  insert into documents.document (organ, id, case_id, kind, number, html, sha256, sm3, issued_at)
  values (p_organ, p_id, p_case, p_kind, p_number, p_html, p_sha256, p_sm3, p_issued_at);
end $$;
