// docs/tour.md as a list of steps, so that what it says is what is tried.
import fs from 'node:fs';

const text = fs.readFileSync(new URL('../../../docs/tour.md', import.meta.url), 'utf8');

/** Words that a step quotes: *Sales › Leads (การขาย › ลูกค้าใหม่)* are two, each in both languages. */
function quoted(story) {
  const words = new Map();
  for (const [, english, thai] of story.matchAll(/\*+([^*(]+) \(([^*]+)\)\*+/g)) {
    const [en, th] = [english.split(' › '), thai.split(' › ')];
    if (en.length !== th.length) throw new Error(`docs/tour.md: "${english}" and "${thai}" are not the same way`);
    en.forEach((word, i) => words.set(word, th[i]));
  }
  return words;
}

/** Each step by its heading, with the words it tells people to look for. */
export const told = new Map(
  [...text.matchAll(/^\*\*\d+\. (.+?)\.\*\* (.*)$/gm)].map(([, heading, story]) => [heading, quoted(story)]),
);

/** Gives the words of a step in a language and remembers which were asked for. */
export function reading(heading, say) {
  const words = told.get(heading);
  const left = new Set(words.keys());
  const word = (english) => {
    if (!words.has(english)) throw new Error(`Step "${heading}" of docs/tour.md does not speak of "${english}"`);
    left.delete(english);
    return say(words.get(english), english);
  };
  return { word, left };
}
