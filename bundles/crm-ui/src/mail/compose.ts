import { store } from '../kit/store';

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

/** The letter in the composer over the page. */
export const letters = store<Letter | null>(null);

/** Opens the composer over the page, or shuts it. */
export const compose = letters.set;
