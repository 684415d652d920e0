import { expect, it } from 'vitest';
import type { Row } from '../src/api/types';
import { answered, quoted, receivers } from '../src/mail/reply';

const mail = (more: Record<string, string>) => ({ id: '1', version: 1, ...more }) as unknown as Row;

it('answers a letter of another to its writer, and to all whom it went to', () => {
  const theirs = mail({ mailFrom: 'a@x.th', mailTo: 'me@y.th,a@x.th', mailCc: 'c@x.th' });
  expect(receivers(theirs, false)).toEqual({ to: 'a@x.th', cc: '' });
  expect(receivers(theirs, true)).toEqual({ to: 'a@x.th', cc: 'me@y.th, c@x.th' });
});

it('goes on with a letter of our own to those it went to', () => {
  const ours = mail({ mailFrom: 'sala@y.th', mailTo: 'a@x.th,b@x.th', mailCc: 'c@x.th', mailState: 'sent' });
  expect(receivers(ours, false)).toEqual({ to: 'a@x.th, b@x.th', cc: '' });
  expect(receivers(ours, true)).toEqual({ to: 'a@x.th, b@x.th', cc: 'c@x.th' });
});

it('leaves open to whom an answer to a letter goes that was only noted', () => {
  expect(receivers(mail({ subject: 'ใบเสนอราคา' }), true)).toEqual({ cc: '' });
});

it('says Re: once and quotes every line', () => {
  expect(answered('RE: re: ราคา')).toBe('Re: ราคา');
  expect(quoted('ก\n\nข')).toBe('> ก\n>\n> ข');
});
