-- Legal time is asked several times in every act, and how this database was born never changes: one with the real clock
-- does not look at the row of a simulated one.
do $$
begin
  if not (select simulated from platform.instance) then
    create or replace function public.sanzhi_now() returns timestamptz language plpgsql stable as 'begin return clock_timestamp(); end';
  end if;
end $$;
