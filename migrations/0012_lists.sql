-- Indexes of the lists of cases that the gate of plans (bench/plans.test.ts) asks for: each way to a case – its unit, its
-- customer, the whole office – in each order a list may have.
create index case_by_unit_due on cases.case (tenant_id, provider_unit_id, due_at, case_id);
create index case_by_customer_due on cases.case (tenant_id, customer_id, due_at, case_id);
create index case_by_due on cases.case (tenant_id, due_at, case_id);
-- What a purchaser's administration still waits for: few among all it has ever asked for.
create index case_unfinished_of_customer on cases.case (tenant_id, customer_id, received_at desc, case_id desc)
  where state in ('awaiting_approval', 'new', 'in_progress', 'waiting', 'done');
