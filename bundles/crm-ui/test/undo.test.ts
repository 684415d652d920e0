import { afterEach, expect, test, vi } from 'vitest';
import { Overtaken } from '../src/api/meanwhile';
import type { RecordType, Row } from '../src/api/types';
import { backTo, putBack } from '../src/record/undo';

const label = { th: 'ก', en: 'a' };
const field = (name: string, more = {}) => ({ name, label, kind: 'text', required: false, ...more });
const transition = (id: string, from: string[], to: string, fields: object[] = []) => ({ id, label, from, to, fields });
const closing = [{ name: 'wonReason', required: true }, { name: 'note' }];
const type = {
  name: 'deal',
  access: { update: true },
  fields: [field('stage'), field('wonReason', { readOnly: true }), field('note')],
  lifecycle: {
    field: 'stage',
    states: [],
    transitions: [
      { ...transition('move', ['a', 'b'], ''), choices: ['a', 'b'] },
      transition('win', ['a', 'b'], 'won', closing),
      { ...transition('reopen', ['won'], ''), choices: ['a', 'b'] },
    ],
  },
} as unknown as RecordType;
const asked = type.fields.filter(({ name }) => name !== 'stage');

interface Sent {
  to: string;
  body: unknown;
  version: string | null;
}
function answering(...answers: [number, object][]): Sent[] {
  const sent: Sent[] = [];
  vi.stubGlobal('fetch', (to: string, call: RequestInit) => {
    const body = call.body ? (JSON.parse(call.body as string) as unknown) : undefined;
    sent.push({ to, body, version: new Headers(call.headers).get('If-Match') });
    const [status, answer] = answers.shift() ?? [500, {}];
    return Promise.resolve(Response.json(answer, { status }));
  });
  return sent;
}
afterEach(() => vi.unstubAllGlobals());

const row = (version: number, more: object) => ({ id: '7', version, ...more }) as unknown as Row;

test('a record goes back to its state, and what was asked on the way is as it was', async () => {
  const sent = answering(
    [200, { record: row(5, { stage: 'b', wonReason: null, note: 'good' }) }],
    [200, row(6, { stage: 'b' })],
  );
  const before = row(3, { stage: 'b', wonReason: null, note: 'open' });
  await backTo(type, before, row(4, { stage: 'won', wonReason: 'price', note: 'good' }), asked, '1')?.();
  expect(sent).toEqual([
    { to: '/api/records/deal/7/actions/reopen', body: { input: { stage: 'b' } }, version: '"4"' },
    { to: '/api/records/deal/7', body: { note: 'open' }, version: '"5"' },
  ]);
});

test('what the way back asks is answered as it was, and where that is not known there is none', async () => {
  const sent = answering([200, {}]);
  const after = row(4, { stage: 'a' });
  await backTo(type, row(3, { stage: 'won', wonReason: 'price', note: 'good' }), after, [], '1')?.();
  expect(sent[0]?.body).toEqual({ input: { wonReason: 'price', note: 'good' } });
  expect(backTo(type, row(3, { stage: 'won', wonReason: null }), after, [], '1')).toBeUndefined();
});

test('a state that no step leads back to stays', () => {
  const oneWay = { ...type, lifecycle: { ...type.lifecycle, transitions: type.lifecycle?.transitions.slice(0, 2) } };
  const after = row(4, { stage: 'won' });
  expect(backTo(oneWay as RecordType, row(3, { stage: 'a' }), after, [], '1')).toBeUndefined();
});

test('who changed something else meanwhile is in nobodys way', async () => {
  const sent = answering([412, { current: row(5, { at: 'ten', note: 'new' }) }], [200, row(6, { at: 'nine' })]);
  await putBack('activity', { at: 'nine' }, row(4, { at: 'ten', note: 'old' }));
  expect(sent.map(({ version }) => version)).toEqual(['"4"', '"5"']);
  expect(sent[1]?.body).toEqual({ at: 'nine' });
});

test('who changed the same meanwhile keeps what he wrote', async () => {
  const sent = answering([412, { current: row(5, { at: 'eleven' }) }]);
  await expect(putBack('activity', { at: 'nine' }, row(4, { at: 'ten' }))).rejects.toThrow(Overtaken);
  expect(sent).toHaveLength(1);
});
