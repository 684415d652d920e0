import type { Signatures } from './api';

export type Signature = keyof Signatures;
export const both: readonly Signature[] = ['own', 'company'];

const gap = '\n\n';

/** Those wished for one below the other, each after a gap, as they stand under what is written. */
export const below = (signatures: Signatures, wished: readonly Signature[], quote = '') =>
  [...both.filter((one) => wished.includes(one)).map((one) => signatures[one]), quote]
    .filter((words, i, all) => words && all.indexOf(words) === i)
    .map((words) => gap + words)
    .join('');

export const stands = (body: string, words: string) => body.includes(gap + words);

export const without = (body: string, words: string) => body.replace(gap + words, () => '');

/** With a signature where it belongs: one's own above the company's, both above the words that are answered. */
export function signed(body: string, signatures: Signatures, one: Signature, quote = ''): string {
  const after = [one === 'own' ? signatures.company : '', quote].find((words) => words && stands(body, words));
  const at = after ? body.lastIndexOf(gap + after) : body.length;
  return body.slice(0, at) + gap + signatures[one] + body.slice(at);
}
