-- A deed's jobs are enqueued in its own transaction. The queue's tables belong to graphile-worker, which the application
-- role may not touch; this function stamps the tenant of the context, so a job can never be smuggled into another.
create function platform.enqueue(task text, payload json, run_at timestamptz, job_key text) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform graphile_worker.add_job(task,
    (payload::jsonb || jsonb_build_object('tenantId', platform.ctx_tenant()))::json,
    run_at => run_at, job_key => job_key, max_attempts => 12);
end $$;
revoke all on function platform.enqueue from public;
grant execute on function platform.enqueue to kontoret_app;

-- What this installation knows about itself; outside every tenant. The key signs short-lived file links.
create table platform.installation (
  only_row boolean primary key default true check (only_row),
  link_key bytea not null check (length(link_key) = 32)
);
grant select, insert on platform.installation to kontoret_app;
