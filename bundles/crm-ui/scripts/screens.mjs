// The way to each screen that is pictured and checked.
const open =
  (path, ready = 'h1') =>
  async (page, base) => {
    await page.goto(base + path);
    await page.locator(ready).first().waitFor();
  };
const list = (path) => open(path, '.grid-row a, .card-row a');
const after =
  (first, ...steps) =>
  async (page, base, facts) => {
    await first(page, base, facts);
    for (const step of steps) await step(page, facts);
  };
const click = (selector) => (page) => page.locator(selector).first().click();

const idle = async (page, base) => {
  await page.goto(base);
  await page.locator('form').waitFor();
};

export const screens = {
  'sign-in': idle,
  'sign-in-change': idle,
  'list-lead': list('/list/lead'),
  'list-account': list('/list/account'),
  'list-filtered': list(
    '/list/lead?period={"field":"created","preset":"@thisMonth"}&filters=[{"field":"rating","op":"in","value":["hot","warm"]}]&letter=%22ส%22'.replace(
      '%22ส%22',
      'ส',
    ),
  ),
  'list-none': open('/list/lead?q=zzzz', '.empty'),
  'list-columns': after(list('/list/lead'), click('.toolbar .btn:last-child'), (page) =>
    page.locator('.columns-list').waitFor(),
  ),
  'list-period': after(list('/list/lead'), click('.toolbar .btn:nth-of-type(3)'), (page) =>
    page.locator('.presets').waitFor(),
  ),
  'list-letters': after(list('/list/lead'), click('.toolbar .btn:nth-of-type(2)')),
  'list-filter': after(list('/list/lead'), click('.toolbar .btn:nth-of-type(4)'), (page) =>
    page.locator('.filter-builder').waitFor(),
  ),
  'list-selected': after(list('/list/account'), async (page, { phone }) => {
    if (phone) return;
    await page.locator('.grid-row .check').nth(0).check();
    await page.locator('.grid-row .check').nth(2).check();
    await page.locator('.bulk').waitFor();
  }),
  palette: after(list('/list/lead'), click('.command'), (page) => page.locator('.palette-hit').first().waitFor()),
  'user-menu': after(list('/list/lead'), click('.user-button')),
  'quick-create': after(list('/list/lead'), click('.page-head .btn.solid'), (page) =>
    page.locator('.fields input').first().waitFor(),
  ),
};
