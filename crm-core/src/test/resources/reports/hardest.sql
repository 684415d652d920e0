-- What hardest.yaml must answer, written by hand. [[entity alias]] stands for the rows the caller may read,
-- {month x} for the number yyyymm of a date, {day x} for the day of an instant where the company is,
-- {see entity.field type: x} for x where the caller may read the field, and for nothing where he may not.
== RPT-04
select owner, sum(calls), sum(visits), sum(mails), sum(activities), sum(opportunities), sum(quotations), sum(won) from (
 select a.owner_id owner, case when a.kind='call' then 1 else 0 end calls, case when a.kind='visit' then 1 else 0 end visits,
   case when a.kind='mail' then 1 else 0 end mails, 1 activities, 0 opportunities, 0 quotations, 0.00 won from q_activity a
  where [[activity a]] and {day a.at_time} between '2025-11-23' and '2026-11-22'
 union all select o.owner_id, 0, 0, 0, 0, 1, 0, 0.00 from q_opportunity o
  where [[opportunity o]] and {day o.created_at} between '2025-11-23' and '2026-11-22'
 union all select q.owner_id, 0, 0, 0, 0, 0, 1, 0.00 from q_quotation q
  where [[quotation q]] and q.on_day between '2025-11-23' and '2026-11-22'
 union all select o.owner_id, 0, 0, 0, 0, 0, 0, coalesce({see opportunity.amount decimal(15,2): o.amount}, 0) from q_opportunity o
  where [[opportunity o]] and o.stage='won' and {day o.won_at} between '2025-11-23' and '2026-11-22'
 ) x(owner, calls, visits, mails, activities, opportunities, quotations, won) group by owner
== RPT-06
select l.id, l.owner_id, {see lead.source varchar(20): l.source}, 1 from q_lead l where [[lead l]]
 and {day l.created_at} < '2026-10-23' and l.id not in (
 select a.about_id from q_activity a where [[activity a]] and a.about_type='lead' and a.about_id is not null
  and {day a.at_time} between '2026-10-24' and '2026-11-22')
== RPT-18
select o, f, t, d, count(*), sum(coalesce(amount, 0)) from (
 select s.opportunity_id o, s.from_stage f, s.to_stage t, {day s.at_time} d,
  case when [[opportunity o]] then {see opportunity.amount decimal(15,2): o.amount} end amount
 from q_stage_change s left join q_opportunity o on o.id=s.opportunity_id
 where [[stageChange s]] and s.to_percent < s.from_percent
  and {day s.at_time} between '2026-01-01' and '2026-12-31') x group by o, f, t, d
== RPT-18-months
select f, t, m, count(*), count(distinct o), sum(coalesce(amount, 0)) from (
 select s.from_stage f, s.to_stage t, {month {day s.at_time}} m, s.opportunity_id o,
  case when [[opportunity o]] then {see opportunity.amount decimal(15,2): o.amount} end amount
 from q_stage_change s left join q_opportunity o on o.id=s.opportunity_id
 where [[stageChange s]] and s.to_percent < s.from_percent) x group by f, t, m
== RPT-19
select owner, closed, won, closed_amount, won_amount, won * 100.0000000000 / closed,
  won_amount * 1.0000000000 / nullif(closed_amount, 0) * 100 from (
 select o.owner_id owner, count(*) closed, sum(case when o.stage='won' then 1 else 0 end) won,
  sum(coalesce({see opportunity.amount decimal(15,2): o.amount},0)) closed_amount,
  sum(case when o.stage='won' then coalesce({see opportunity.amount decimal(15,2): o.amount},0) else 0 end) won_amount
 from q_opportunity o where [[opportunity o]] and o.stage in ('won','lost') group by o.owner_id) x
== RPT-19-types
select type, source, quarter, count(*), sum(won), sum(won) * 100.0000000000 / count(*) from (
 select o.type type, o.source source, case when {month o.closed_on} < 202604 then 202601
   when {month o.closed_on} < 202607 then 202604 when {month o.closed_on} < 202610 then 202607 else 202610 end quarter,
  case when o.stage='won' then 1 else 0 end won
 from q_opportunity o where [[opportunity o]] and o.stage in ('won','lost')
  and o.closed_on between '2026-01-01' and '2026-12-31') x group by type, source, quarter
== RPT-38
select owner, m, sum(target), sum(actual), sum(actual) * 1.0000000000 / nullif(sum(target),0) * 100 from (
 select t.owner_id owner, {month t.first_day} m, coalesce(t.amount,0) target, 0.00 actual from q_target t
  where [[target t]] and t.first_day between '2026-01-01' and '2026-12-31'
 union all select i.owner_id, {month i.on_day}, 0.00, coalesce(i.net,0) from q_invoice i
  where [[invoice i]] and i.on_day between '2026-01-01' and '2026-12-31') x(owner, m, target, actual) group by owner, m
== RPT-38-teams
select team, sum(target), sum(actual), sum(actual) * 1.0000000000 / nullif(sum(target),0) * 100 from (
 select t.team_id team, coalesce(t.amount,0) target, 0.00 actual from q_target t
  where [[target t]] and t.first_day between '2026-01-01' and '2026-12-31'
 union all select i.team_id, 0.00, coalesce(i.net,0) from q_invoice i
  where [[invoice i]] and i.on_day between '2026-01-01' and '2026-12-31') x(team, target, actual) group by team
== RPT-38-territories
select territory, m, sum(target), sum(actual), sum(actual) * 1.0000000000 / nullif(sum(target),0) * 100 from (
 select t.territory_id territory, {month t.first_day} m, coalesce(t.amount,0) target, 0.00 actual from q_target t
  where [[target t]] and t.first_day between '2026-01-01' and '2026-12-31'
 union all select case when [[account a]] then {see account.territory bigint: a.territory_id} end, {month i.on_day}, 0.00,
  coalesce(i.net,0) from q_invoice i left join q_account a on a.id=i.account_id
  where [[invoice i]] and i.on_day between '2026-01-01' and '2026-12-31') x(territory, m, target, actual) group by territory, m
== RPT-39
select territory, sum(case when m=1 then net else 0 end), sum(case when m=2 then net else 0 end),
 sum(case when m=3 then net else 0 end), sum(case when m=4 then net else 0 end), sum(case when m=5 then net else 0 end),
 sum(case when m=6 then net else 0 end), sum(case when m=7 then net else 0 end), sum(case when m=8 then net else 0 end),
 sum(case when m=9 then net else 0 end), sum(case when m=10 then net else 0 end), sum(case when m=11 then net else 0 end),
 sum(case when m=12 then net else 0 end) from (
  select case when [[account a]] then {see account.territory bigint: a.territory_id} end territory, {month i.on_day} - 202600 m, coalesce(i.net,0) net
  from q_invoice i left join q_account a on a.id=i.account_id
  where [[invoice i]] and i.on_day between '2026-01-01' and '2026-12-31') x group by territory
== RPT-45
select m, sum(coalesce(amount, 0)), sum(coalesce(amount * probability, 0) * 0.01) from (
 select {month o.close_date} m, {see opportunity.amount decimal(15,2): o.amount} amount, o.probability probability
 from q_opportunity o where [[opportunity o]] and (o.stage is null or o.stage not in ('won','lost'))) x group by m
== RPT-47
select a.id, (select coalesce(sum(i.net),0) from q_invoice i where i.account_id=a.id and [[invoice i]]
   and i.on_day < '2026-05-27'),
  (select max(i.on_day) from q_invoice i where i.account_id=a.id and [[invoice i]] and i.on_day < '2026-05-27'), 1
 from q_account a where [[account a]]
 and a.id in (select i.account_id from q_invoice i where [[invoice i]] and i.on_day < '2026-05-27')
 and a.id not in (select i.account_id from q_invoice i where [[invoice i]] and i.account_id is not null
   and i.on_day between '2026-05-27' and '2026-11-22')
== RPT-48
select r, sum(lost), sum(credited), sum({see opportunity.amount decimal(15,2): lost + credited}) from (
 select o.lost_reason r, coalesce({see opportunity.amount decimal(15,2): o.amount},0) lost, 0.00 credited
  from q_opportunity o where [[opportunity o]] and o.stage='lost'
 union all select {see creditNote.reason varchar(20): c.reason}, 0.00, coalesce(c.net,0) from q_credit_note c
  where [[creditNote c]]) x(r, lost, credited) group by r
== RPT-48-competitors
select o.lost_competitor_id, o.lost_reason, sum(coalesce({see opportunity.amount decimal(15,2): o.amount},0)), count(*)
 from q_opportunity o where [[opportunity o]] and o.stage='lost' group by o.lost_competitor_id, o.lost_reason
== RPT-51
select o, sum(oq), sum(oa), sum(dq), sum(da), sum(iq), sum(ia), sum(oq - dq), sum(oa - da), sum(oq - iq), sum(oa - ia) from (
 select l.order_id o, coalesce(l.quantity,0) oq, coalesce(l.quantity * l.price,0) oa, 0 dq, 0.00 da, 0 iq, 0.00 ia
  from q_order_line l join q_order r on r.id=l.order_id where [[order r]]
 union all select d.order_id, 0, 0.00, coalesce(l.quantity,0), coalesce(l.quantity * l.price,0), 0, 0.00
  from q_delivery_line l join q_delivery d on d.id=l.delivery_id where [[delivery d]]
 union all select i.order_id, 0, 0.00, 0, 0.00, coalesce(l.quantity,0), coalesce(l.quantity * l.price,0)
  from q_invoice_line l join q_invoice i on i.id=l.invoice_id where [[invoice i]]) x(o, oq, oa, dq, da, iq, ia)
group by o having sum(oq - dq) > 0 or sum(oq - iq) > 0
== RPT-52
select m, sum(i), sum(ib), sum(c), sum(cb), sum(i - c), sum(ib - cb) from (
 select {month i.on_day} m, coalesce(i.net,0) i, 0.00 ib, 0.00 c, 0.00 cb from q_invoice i
  where [[invoice i]] and i.on_day between '2026-01-01' and '2026-12-31'
 union all select {month i.on_day} + 100, 0.00, coalesce(i.net,0), 0.00, 0.00 from q_invoice i
  where [[invoice i]] and i.on_day between '2025-01-01' and '2025-12-31'
 union all select {month i.on_day}, 0.00, 0.00, coalesce(i.net,0), 0.00 from q_credit_note i
  where [[creditNote i]] and i.on_day between '2026-01-01' and '2026-12-31'
 union all select {month i.on_day} + 100, 0.00, 0.00, 0.00, coalesce(i.net,0) from q_credit_note i
  where [[creditNote i]] and i.on_day between '2025-01-01' and '2025-12-31') x(m, i, ib, c, cb) group by m
== RPT-52-half
select p.m, sum(x.i), sum(x.ib), sum(x.c), sum(x.cb), sum(x.i - x.ib) from (
 select {month i.on_day} m, coalesce(i.net,0) i, 0.00 ib, 0.00 c, 0.00 cb from q_invoice i
  where [[invoice i]] and i.on_day between '2026-05-01' and '2026-10-31'
 union all select {month i.on_day}, 0.00, coalesce(i.net,0), 0.00, 0.00 from q_invoice i
  where [[invoice i]] and i.on_day between '2025-11-01' and '2026-04-30'
 union all select {month i.on_day}, 0.00, 0.00, coalesce(i.net,0), 0.00 from q_credit_note i
  where [[creditNote i]] and i.on_day between '2026-05-01' and '2026-10-31'
 union all select {month i.on_day}, 0.00, 0.00, 0.00, coalesce(i.net,0) from q_credit_note i
  where [[creditNote i]] and i.on_day between '2025-11-01' and '2026-04-30') x(m, i, ib, c, cb)
 join (values (202605, 202511), (202606, 202512), (202607, 202601), (202608, 202602), (202609, 202603), (202610, 202604))
  p(m, e) on x.m in (p.m, p.e) group by p.m
== RPT-52-days
select p.m,
 coalesce((select sum(i.net) from q_invoice i where [[invoice i]] and i.on_day = p.m), 0),
 coalesce((select sum(i.net) from q_invoice i where [[invoice i]] and i.on_day = p.e), 0),
 (select count(*) from q_invoice i where [[invoice i]] and i.on_day = p.m),
 (select count(*) from q_invoice i where [[invoice i]] and i.on_day = p.e)
 from (values (date('2026-11-01'), date('2026-10-22')), (date('2026-11-02'), date('2026-10-23')), (date('2026-11-03'), date('2026-10-24')),
  (date('2026-11-04'), date('2026-10-25')), (date('2026-11-05'), date('2026-10-26')), (date('2026-11-06'), date('2026-10-27')),
  (date('2026-11-07'), date('2026-10-28')), (date('2026-11-08'), date('2026-10-29')), (date('2026-11-09'), date('2026-10-30')),
  (date('2026-11-10'), date('2026-10-31'))) p(m, e)
== DSH-01
select m.m, coalesce((select sum(i.net) from q_invoice i where [[invoice i]]
  and i.on_day >= '2026-01-01' and i.on_day <= '2026-12-31' and {month i.on_day} <= m.m), 0)
 from (values (202601),(202602),(202603),(202604),(202605),(202606),(202607),(202608),(202609),(202610),(202611),(202612)) m(m)
== DSH-01-compared
select m.m, coalesce((select sum(i.net) from q_invoice i where [[invoice i]]
  and i.on_day >= '2026-01-01' and i.on_day <= '2026-12-31' and {month i.on_day} <= m.m), 0),
 coalesce((select sum(i.net) from q_invoice i where [[invoice i]]
  and i.on_day >= '2025-01-01' and i.on_day <= '2025-12-31' and {month i.on_day} + 100 <= m.m), 0)
 from (values (202601),(202602),(202603),(202604),(202605),(202606),(202607),(202608),(202609),(202610),(202611),(202612)) m(m)
== RPT-37
select best.a, best.net, best.n from (
 select i.account_id a, sum(coalesce(i.net,0)) net, count(*) n from q_invoice i where [[invoice i]]
 group by i.account_id order by 2 desc, 1 fetch first 3 rows only) best
