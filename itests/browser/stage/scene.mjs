import assert from 'node:assert/strict';
import fs from 'node:fs';
import { test } from 'node:test';

const target = process.env.BROWSER_TARGET ?? 'target';

export const languages = [
  { locale: 'th', name: 'Thai', say: (th) => th },
  { locale: 'en', name: 'English', say: (_, en) => en },
];

/** What the browser complains about while a page is used: errors of scripts, of the page's policy, of the network. */
function listen(page, expected) {
  const complaints = [];
  page.on('pageerror', (error) => complaints.push(error.stack ?? error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !expected.test(message.text())) complaints.push(message.text());
  });
  return complaints;
}

/** Adds to an error what somebody at the page saw of it, and keeps a picture. */
async function keepEvidence(title, page, complaints, error) {
  const said = await page.locator('.toast, [role=dialog], .error').allInnerTexts().catch(() => []);
  const seen = [page.url(), ...complaints, ...said.map((text) => text.replace(/\s+/g, ' '))];
  error.message += `\nThe page: ${seen.join(' | ')}`;
  fs.mkdirSync(target, { recursive: true });
  const file = `${target}/${title.replace(/[^\w.-]+/g, '-').slice(0, 120)}`;
  fs.writeFileSync(`${file}.txt`, seen.join('\n'));
  await page.screenshot({ path: `${file}.png` }).catch(() => {});
}

/**
 * A test of somebody at a page, which must make the browser complain of nothing; when it fails, a picture and the
 * complaints stay in the target folder.
 *
 * @param refused statuses that the test means to be answered with, or other complaints of the browser it provokes
 */
export function scene(title, { who, language, refused = [], timeout = 60_000 }, play) {
  const expected = new RegExp(refused.map((one) => (typeof one === 'number' ? `status of ${one} ` : one)).join('|') || '^$');
  test(title, { timeout }, async () => {
    const person = await who(language?.say);
    if (language) await person.settle({ locale: language.locale, skin: 'lagoon', era: 'BE' });
    const page = await person.page();
    const complaints = listen(page, expected);
    try {
      await play({ page, me: person, say: language?.say });
      assert.deepEqual(complaints, [], 'what the browser complained about');
    } catch (error) {
      await keepEvidence(title, page, complaints, error);
      throw error;
    } finally {
      await page.close();
    }
  });
}

/** In which languages is played what holds in either: `both`, one by its code, or one after the other by turns. */
const asked = process.env.SALA_LANGUAGES;
export const both = asked === 'both';
const one = languages.find(({ locale }) => locale === asked);
/** Those that come up at all. */
export const spoken = one ? [one] : languages;
let turn = 0;

/** Something that people do alike in Thai and in English; how each screen looks is seen in both all the time. */
export function inEitherLanguage(title, options, play) {
  const played = both ? languages : [one ?? languages[turn++ % languages.length]];
  for (const language of played) scene(`In ${language.name}: ${title}`, { ...options, language }, play);
}
