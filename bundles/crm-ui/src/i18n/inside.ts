/** What something is called, as it stands inside a sentence: English begins it small there, unless it is an abbreviation. */
export const inside = (name: string): string => name.replace(/^[A-Z](?=[a-z-])/, (first) => first.toLowerCase());
