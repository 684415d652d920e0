/** What is written to somebody. */
export interface Written {
  to: string;
  cc: string;
  bcc: string;
  subject: string;
  body: string;
  files: string[];
}

/** A letter that somebody begins where he reads an address or another letter. */
export interface Letter extends Partial<Written> {
  /** under what it is kept while it is written */
  place: string;
  about?: { entity: string; id: string };
  /** the e-mail that it answers */
  answers?: string;
  /** what stands below the signatures: the words answered */
  quote?: string;
}

let letter: Letter | null = null;
const readers = new Set<() => void>();

/** Opens the composer over the page, or shuts it. */
export function compose(next: Letter | null): void {
  letter = next;
  readers.forEach((read) => read());
}

export const letters = {
  now: () => letter,
  watch: (read: () => void) => {
    readers.add(read);
    return () => readers.delete(read);
  },
};
