-- A letter about a case, or about a message in it, is seen by whoever sees the case: the outbox is a page for the whole
-- office, but not past an authority's boundary or a circle's.
drop policy boundary on platform.outbox;
create policy boundary on platform.outbox to kontoret_app
  using (tenant_id = platform.ctx_tenant()
    and (about_kind <> 'case' or exists (select from cases.case c where c.tenant_id = outbox.tenant_id and c.case_id = outbox.about_id))
    and (about_kind <> 'message' or exists (select from cases.message m where m.tenant_id = outbox.tenant_id and m.message_id = outbox.about_id)))
  with check (tenant_id = platform.ctx_tenant());
create index message_by_id on cases.message (tenant_id, message_id);
