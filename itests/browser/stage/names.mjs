let last = 0;

/** A name that no other test uses. */
export const named = (text) => `${text} ${Date.now().toString(36)}${++last}`;
