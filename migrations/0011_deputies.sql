-- A purchaser's deputy reaches the customer while the purchaser is away: who is asked to say yes must be able to read what
-- is asked. Nothing else about a seat's reach changes.
grant usage, create on schema organisation to kontoret_lookup;
create or replace function organisation.seat_reach(tenant uuid, person uuid, seat uuid, on_day date)
  returns table (person_name text, assignment_id uuid, unit_ids uuid[], rights text[], authorities uuid[], customers uuid[], circles uuid[])
  language sql stable security definer set search_path = pg_catalog, pg_temp
  begin atomic
    with recursive held as (
      select a.assignment_id, coalesce(a.continues_id, a.assignment_id) as chain, a.unit_id, r.rights, p.party_id
      from organisation.assignment a
      join organisation.role r on r.tenant_id = a.tenant_id and r.role_id = a.role_id
        and r.valid_from <= on_day and (r.valid_to is null or r.valid_to > on_day)
      join organisation.unit_placement p on p.tenant_id = a.tenant_id and p.unit_id = a.unit_id
        and p.valid_from <= on_day and (p.valid_to is null or p.valid_to > on_day)
      where a.tenant_id = tenant and a.person_id = person
        and a.valid_from <= on_day and (a.valid_to is null or a.valid_to > on_day)
    ), chosen as (
      -- the seat, or what took over from it when its role moved (at most one of a chain holds on a day)
      select * from held where held.chain = (
        select coalesce(s.continues_id, s.assignment_id) from organisation.assignment s
        where s.tenant_id = tenant and s.assignment_id = seat and s.person_id = person)
      order by held.assignment_id <> seat limit 1
    ), beneath as (
      -- a seat on a unit reaches the units below it on that day; other assignments with the same rights reach their own
      select c.unit_id from chosen c
      union
      select p.unit_id from organisation.unit_placement p join beneath b on p.parent_unit_id = b.unit_id
      where p.tenant_id = tenant and p.valid_from <= on_day and (p.valid_to is null or p.valid_to > on_day)
    )
    select pe.name, (select c.assignment_id from chosen c),
      array(select b.unit_id from beneath b union select h.unit_id from held h where 'case.handle' = any (h.rights) and exists (select from chosen c where 'case.handle' = any (c.rights))),
      coalesce((select c.rights from chosen c), '{}'),
      array(select distinct h.party_id from held h where 'case.handle' = any (h.rights) or 'organisation.edit' = any (h.rights)),
      array(select distinct m.customer_id from organisation.mandate m
            where m.tenant_id = tenant and m.valid_from <= on_day and (m.valid_to is null or m.valid_to > on_day)
              and (m.person_id = person or (m.kind = 'purchaser' and exists (
                select from organisation.person away
                where away.tenant_id = tenant and away.person_id = m.person_id and away.deputy_id = person
                  and (away.ended_on is null or away.ended_on > on_day)
                  and away.away_from <= on_day and (away.away_to is null or away.away_to > on_day))))),
      array(select distinct c.circle_id from platform.circle_reader c
            where c.tenant_id = tenant and c.person_id = person and c.valid_from <= on_day and (c.valid_to is null or c.valid_to > on_day))
    from organisation.person pe
    where pe.tenant_id = tenant and pe.person_id = person and (pe.ended_on is null or pe.ended_on > on_day);
  end;
revoke create on schema organisation from kontoret_lookup;
