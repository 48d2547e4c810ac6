-- Heartbeat: a worker that hears the queue says so here; who looks need not ask the worker itself.

-- not a tenant table: it describes processes and holds nothing of any organ.
create table platform.heartbeat (
  worker text primary key check (length(worker) <= 128),
  started_at timestamptz not null,
  heard_at timestamptz not null
);
grant select on platform.heartbeat to sanzhi_api;
grant select, insert, update, delete on platform.heartbeat to sanzhi_worker;
