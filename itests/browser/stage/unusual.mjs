// What stands on a page now and then: the fault of a part, what was typed before, a document over the page.
import { dialog } from './hands.mjs';
import { at, own, part } from './ways.mjs';

/** The start page with one part that cannot be shown. */
export const faulty = async (page) => {
  await page.route('**/api/home**', async (route) => {
    const response = await route.fetch();
    const json = await response.json();
    Object.assign(json.blocks[0], { columns: null, rows: [{ id: '1' }] });
    await route.fulfill({ response, json }).catch(() => {});
  });
  await at('/', '.home-blocks section')(page);
  await page.locator('[role=alert].crash .btn').first().waitFor();
};

/** A form that was left with something in it. */
export const restored = async (page) => {
  const form = at('/new/lead', '.fields input');
  await form(page);
  await page.locator('.fields input').first().fill('คุณพิมพ์ค้าง ไว้ก่อน');
  await form(page);
  await page.locator('.restored').first().waitFor();
};

const lines = [
  '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
  '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
  '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj',
];
const text = `%PDF-1.4\n${lines.join('\n')}\ntrailer<</Root 1 0 R>>\n%%EOF\n`;
const document = { name: 'ใบเสนอราคา.pdf', mimeType: 'application/pdf', buffer: Buffer.from(text) };
/** A document over the page it was attached to. */
export const reading = async (page, me) => {
  const [{ id }] = await me.find('account', own, [], { limit: 1, sort: [{ path: 'createdAt', desc: false }] });
  const { items } = await me.call('GET', `/api/records/account/${id}/files`);
  if (!items.some((one) => one.name === document.name)) await me.upload(`/api/records/account/${id}/files`, document);
  await part('account', own, 'files', '.file-line')(page, me);
  await page.locator('.file-line', { hasText: document.name }).locator('.link').first().click();
  await dialog(page).locator('.file-shown > *').waitFor();
};
