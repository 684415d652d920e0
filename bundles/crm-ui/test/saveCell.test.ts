import { afterEach, expect, test, vi } from 'vitest';
import type { RecordType, Row } from '../src/api/types';
import { saveCell } from '../src/grid/saveCell';

const type = { name: 'lead', fields: [{ name: 'company', kind: 'text' }] } as unknown as RecordType;
const row = { id: '7', version: 3, company: 'Old' } as unknown as Row;

const answer = (status: number, body: object) =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });

afterEach(() => vi.unstubAllGlobals());

function answering(...answers: Response[]) {
  const versions: (string | null)[] = [];
  vi.stubGlobal('fetch', (_: string, call: RequestInit) => {
    versions.push(new Headers(call.headers).get('If-Match'));
    return Promise.resolve(answers.shift());
  });
  return versions;
}

test('who changed another field meanwhile is in nobodys way', async () => {
  const versions = answering(
    answer(412, { current: { id: '7', version: 4, company: 'Old' } }),
    answer(200, { id: '7', version: 5, company: 'New' }),
  );
  await saveCell(type, row, 'company', 'New', 'lost');
  expect(versions).toEqual(['"3"', '"4"']);
});

test('who changed the same field meanwhile is told of, and nothing is overwritten', async () => {
  const versions = answering(answer(412, { current: { id: '7', version: 4, company: 'Theirs' } }));
  await expect(saveCell(type, row, 'company', 'New', 'lost')).rejects.toThrow('lost');
  expect(versions).toEqual(['"3"']);
});
