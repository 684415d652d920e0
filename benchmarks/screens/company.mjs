// Makes the large things that the screens are measured with, over HTTP as a script would.

/** Does many calls, a few at a time. */
async function many(count, call, atOnce = 6) {
  let next = 0;
  const worker = async () => {
    while (next < count) await call(next++);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

const labels = (i) => ({ th: `ฟิลด์ ${i}`, en: `Field ${i}` });

async function fields(admin, entity, wanted) {
  const type = await admin.call('GET', `/api/types/${entity}`);
  const known = new Set(type.fields.map((field) => field.name));
  for (let i = 0; i < wanted; i++) {
    if (known.has(`bench_${i}`)) continue;
    const kind = ['text', 'int', 'date', 'bool', 'decimal'][i % 5];
    await admin.call('POST', `/api/types/${entity}/fields`, {
      name: `bench_${i}`,
      kind,
      label: labels(i),
      required: false,
      ...(kind === 'text' ? { maxLength: 80 } : {}),
      ...(kind === 'decimal' ? { decimals: 2 } : {}),
    });
  }
}

const month = () => new Date().toISOString().slice(0, 7);

/** How many there are of what was made for this already. */
const there = async (admin, entity, filter) =>
  (await admin.call('POST', `/api/records/${entity}/query`, { fields: ['id'], filter, limit: 1, count: 'exact' })).total.value;

async function busyAccount(admin) {
  const name = 'Bench Busy Company';
  const found = await admin.call('POST', '/api/records/account/query', {
    fields: ['name'],
    filter: { field: 'name', op: '=', value: name },
    limit: 1,
  });
  if (found.items.length > 0) return found.items[0].id;
  // It has its name when it is whole, so that a run that broke off is not taken for one.
  const values = { name: `${name}, being filled`, phone: '02 123 4567', email: 'bench@company.example' };
  for (let i = 0; i < 30; i++) values[`bench_${i}`] = [`text ${i}`, i, '2026-11-22', true, 1.25][i % 5];
  const { id, version } = await admin.call('POST', '/api/records/account', values);
  await many(20, (i) => admin.call('POST', '/api/records/contact', { name: `Contact ${i}`, account: id }));
  await many(10, (i) => admin.call('POST', '/api/records/opportunity', { name: `Deal ${i}`, account: id, expectedCloseOn: '2030-01-31' }));
  await many(140, (i) =>
    admin.call('POST', '/api/records/activity', {
      subject: `Call ${i}`,
      type: 'phone',
      status: i < 20 ? 'notStarted' : 'completed',
      regarding: { entity: 'account', id },
      dueAt: `2026-${String(1 + (i % 11)).padStart(2, '0')}-15T04:00:00Z`,
    }),
  );
  await many(60, (i) => admin.call('POST', `/api/records/account/${id}/notes`, { text: `Note ${i} of a busy company` }));
  await admin.call('PATCH', `/api/records/account/${id}`, { name }, { 'If-Match': `"${version}"` });
  return id;
}

/** @return what the measurements need to know of it */
export async function prepare(admin, say) {
  say('30 fields of its own for accounts, 200 for leads');
  await fields(admin, 'account', 30);
  await fields(admin, 'lead', 200);
  say('a busy company with 200 entries in its timeline');
  const account = await busyAccount(admin);
  const values = { name: 'Bench Wide Lead', company: 'Bench' };
  for (let i = 0; i < 200; i++) values[`bench_${i}`] = [`text ${i}`, i, '2026-11-22', true, 1.25][i % 5];
  const lead = (await admin.call('POST', '/api/records/lead', values)).id;
  say('10,000 users');
  const users = await there(admin, 'user', { all: [] });
  await many(Math.max(0, 10_000 - users), (i) =>
    admin.call('POST', '/api/records/user', { name: `Bench Person ${i}`, login: `bench.${Date.now()}.${i}` }),
    2,
  );
  say('2,000 entries in this month');
  const inMonth = { field: 'subject', op: 'startsWith', value: 'Bench visit' };
  const visits = await there(admin, 'activity', inMonth);
  await many(Math.max(0, 2_000 - visits), (i) =>
    admin.call('POST', '/api/records/activity', {
      subject: `Bench visit ${i}`,
      type: 'appointment',
      startAt: `${month()}-${String(1 + (i % 28)).padStart(2, '0')}T0${1 + (i % 9)}:00:00Z`,
      minutes: 30,
    }),
  );
  const columns = (await admin.call('GET', '/api/types/account')).fields
    .filter((field) => !['parts', 'textarea'].includes(field.kind))
    .slice(-40)
    .map((field) => field.name);
  if (!columns.includes('name')) columns[0] = 'name';
  return { account, lead, columns };
}
