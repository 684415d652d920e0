import type { LikelyChoice } from '../api/imports';

/** What can be done with a row that may be there already. */
export const choiceWords = {
  skip: 'imports.choiceSkip',
  update: 'imports.choiceUpdate',
  merge: 'imports.choiceMerge',
  create: 'imports.choiceCreate',
} as const satisfies Record<LikelyChoice, string>;

export const choices = Object.keys(choiceWords) as LikelyChoice[];
