import { api, at } from '../api/client';
import type { Row } from '../api/types';
import type { Letter } from './compose';
import { parted } from './api';

const text = (value: unknown) => (typeof value === 'string' ? value : '');

/** The subject of an answer, in which there is one "Re:" however often it goes to and fro. */
export const answered = (subject: string) => 'Re: ' + subject.replace(/^((re|ตอบ)\s*:\s*)+/i, '');

/** Words as they stand in an answer to them. */
export const quoted = (body: string) =>
  body
    .split('\n')
    .map((line) => ('> ' + line).trimEnd())
    .join('\n');

/**
 * Whom an answer goes to: of a letter of our own those it went to, of another's its writer. Nobody where it was only
 * noted: then it goes to whom letters about the record go.
 */
export function receivers(row: Row, all: boolean): { to?: string; cc: string } {
  const [from, to, cc] = [text(row['mailFrom']), parted(text(row['mailTo'])), parted(text(row['mailCc']))];
  const own = text(row['mailState']) !== '';
  const first = own ? to : [from].filter(Boolean);
  const others = (own ? cc : [...to, ...cc]).filter((one) => !first.includes(one));
  return { ...(first.length > 0 && { to: first.join(', ') }), cc: all ? others.join(', ') : '' };
}

/** The beginning of an answer to an e-mail, which is an activity. */
export async function reply(
  id: string,
  about: { entity: string; id: string },
  all: boolean,
  wrote: (row: Row) => string,
): Promise<Letter> {
  const row = await api<Row>(at('records', 'activity', id));
  const body = text(row['description']);
  return {
    ...receivers(row, all),
    subject: answered(text(row['subject'])),
    ...(body && { quote: `${wrote(row)}\n${quoted(body)}` }),
    place: `answer.${all ? 'all.' : ''}${id}`,
    answers: id,
    about,
  };
}
