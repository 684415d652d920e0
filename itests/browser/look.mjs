import { chromium } from 'playwright-core';
const base = process.argv[2];
const b = await chromium.launch({ executablePath: '/usr/bin/chromium-headless-shell', args: ['--no-sandbox','--disable-gpu'] });
async function as(who, locale, skin, width) {
  const c = await b.newContext({ viewport: { width, height: width < 500 ? 740 : 900 }, baseURL: base, locale, hasTouch: width < 500, isMobile: width < 500 });
  const s = await (await c.request.post('/api/session/persona', { data: { persona: who } })).json();
  const call = async (m, p, d) => { const r = await c.request.fetch(p, { method: m, data: d, headers: { 'X-CSRF-Token': s.csrf } }); const t = await r.text(); if (!r.ok()) throw new Error(p + r.status() + t); return t ? JSON.parse(t) : undefined; };
  await call('PUT', '/api/settings', { locale, skin });
  return { p: await c.newPage(), call, c };
}
const looks = [['th', 'lagoon', 1440], ['en', 'night', 1440], ['th', 'night', 360], ['en', 'lagoon', 360]];
let n = 0;
for (const [locale, skin, width] of looks) {
  n++;
  const tag = `${locale}-${skin}-${width}`;
  const a = await as('administrator', locale, skin, width);
  const { p } = a;
  await p.goto('/import?entity=contact');
  await p.locator('.drop input').setInputFiles({ name: 'people.csv', mimeType: 'text/plain', buffer: Buffer.from(['account,name,mobile', `หิ่งห้อยใหญ่ ${n},Anan,0811111111`, `หิ่งห้อยใหญ่ ${n},Boon,`, `Firefly ${n},Chai,`].join('\n')) });
  await p.locator('.mapping').waitFor();
  await p.locator('button.solid').last().click();
  await p.locator('.counts').waitFor({ timeout: 30000 });
  await p.waitForTimeout(1200);
  await p.screenshot({ path: `/tmp/look-import-${tag}.png` });
  await p.goto('/settings'); await p.waitForTimeout(1500);
  await p.screenshot({ path: `/tmp/look-settings-${tag}.png` });
  const s = await as('sales', locale, skin, width);
  const users = (await a.call('POST', '/api/records/user/query', { fields: ['name'], limit: 50, filter: { field: 'name', op: 'in', value: ['อรวรรณ ดีประเสริฐ', 'สมชาย ใจดี'] } })).items;
  const day = '2031-11-05';
  for (const u of users) await a.call('POST', '/api/records/activity', { subject: 'ประชุม', type: 'appointment', startAt: day + 'T03:00:00Z', minutes: 90, owner: u.id }).catch((e) => console.log(String(e)));
  await s.p.goto(`/calendar?${new URLSearchParams({ view: '"people"', date: JSON.stringify(day), people: JSON.stringify(users.map((u) => u.id)) })}`);
  await s.p.waitForTimeout(2500);
  await s.p.screenshot({ path: `/tmp/look-busy-${tag}.png` });
  const acc = (await s.call('POST', '/api/records/account/query', { fields: ['name'], limit: 1, filter: { field: 'owner', op: '=', value: '@me' } })).items[0];
  await s.p.goto(`/record/account/${acc.id}`); await s.p.locator('.record-head').waitFor(); await s.p.waitForTimeout(1500);
  await s.p.getByRole('button', { name: locale === 'th' ? 'เพิ่มเติม' : 'More', exact: true }).first().click().catch((e) => console.log(String(e).slice(0, 100)));
  await s.p.waitForTimeout(400);
  await s.p.screenshot({ path: `/tmp/look-menu-${tag}.png` });
  const like = s.p.getByRole('menuitem', { name: /ข้อมูลซ้ำ|รายการซ้ำ|duplicate/i }).first();
  if (await like.count()) { await like.click(); await s.p.waitForTimeout(1500); await s.p.screenshot({ path: `/tmp/look-like-${tag}.png` }); }
  await a.c.close(); await s.c.close();
}
await b.close();
