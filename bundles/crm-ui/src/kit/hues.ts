/** Each carries white letters (4.5 : 1 at least), on light and dark skins alike. */
export const hues = [
  '#1d4ed8',
  '#0f766e',
  '#a21caf',
  '#b45309',
  '#b42318',
  '#4d7c0f',
  '#6d28d9',
  '#0e7490',
  '#9d174d',
  '#475467',
];

const place = (text: string) => [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, 7);

/** The colour of what has this id, a person for example: the same wherever it is met. */
export const hueOf = (id: string): string => hues[place(id) % hues.length]!;
