import { expect, test } from 'vitest';
import type { Change, RecordType, Row } from '../src/api/types';
import { isStill, puttable } from '../src/record/wayBack';

const field = (name: string, more: object = {}) => ({ name, label: { th: name, en: name }, kind: 'text', ...more });
const type = {
  name: 'account',
  titleField: 'name',
  access: { update: true },
  fields: [
    field('name', { required: true }),
    field('phone'),
    field('owner', { kind: 'ref', ref: 'user' }),
    field('code', { access: 'read' }),
    field('status', { kind: 'pick' }),
    field('addresses', { kind: 'parts' }),
  ],
  form: {},
  lifecycle: { field: 'status', states: [{ code: 'closed', locked: ['phone'] }], transitions: [] },
} as unknown as RecordType;
const change = (name: string, old: unknown, made: unknown) =>
  ({ field: name, label: { th: '', en: '' }, old, new: made }) as Change;
const row = (values: object) => ({ id: '1', version: 2, ...values }) as unknown as Row;

test('a value is put back where it may be written and is another one by now', () => {
  expect(puttable(type, row({ phone: '2' }), change('phone', '1', '2'), 'me')?.name).toBe('phone');
  expect(puttable(type, row({ phone: '3' }), change('phone', '1', '2'), 'me')?.name).toBe('phone');
  expect(puttable(type, row({ phone: '1' }), change('phone', '1', '2'), 'me')).toBeUndefined();
  expect(puttable(type, row({}), change('phone', undefined, '2'), 'me')).toBeUndefined();
});

test('nothing is put back that is read only, locked, a state, a list, required or no field at all', () => {
  expect(puttable(type, row({ code: '2' }), change('code', '1', '2'), 'me')).toBeUndefined();
  expect(puttable(type, row({ phone: '2', status: 'closed' }), change('phone', '1', '2'), 'me')).toBeUndefined();
  expect(puttable(type, row({ status: 'b' }), change('status', 'a', 'b'), 'me')).toBeUndefined();
  expect(puttable(type, row({}), change('addresses', '1', '2'), 'me')).toBeUndefined();
  expect(puttable(type, row({ name: 'b' }), change('name', undefined, 'b'), 'me')).toBeUndefined();
  expect(puttable(type, row({}), change('sharedRead', 'a', 'b'), 'me')).toBeUndefined();
  expect(
    puttable({ ...type, access: { update: false } } as RecordType, row({ phone: '2' }), change('phone', '1', '2'), 'me'),
  ).toBeUndefined();
});

test('a reference is the same one whatever it is called by now', () => {
  const made = change('owner', { id: '4', label: 'A' }, { id: '5', label: 'B', entity: 'user' });
  const owner = type.fields.find(({ name }) => name === 'owner')!;
  expect(isStill(owner, made, row({ owner: { id: '5', label: 'Renamed' } }))).toBe(true);
  expect(isStill(owner, made, row({ owner: { id: '6', label: 'B' } }))).toBe(false);
});
