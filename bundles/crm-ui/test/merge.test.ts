import { expect, it } from 'vitest';
import type { Field, RecordType, Row } from '../src/api/types';
import { changes, fieldsOf, isDifferent, mostComplete, proposed } from '../src/merge/choices';

const field = (name: string, kind: Field['kind'] = 'text', more: Partial<Field> = {}): Field => ({
  name,
  kind,
  label: { th: name, en: name },
  access: 'write',
  ...more,
});
const fields = [
  field('name'),
  field('phone', 'phone'),
  field('parent', 'ref', { ref: 'account' }),
  field('interests', 'multipick'),
  field('addresses', 'parts', { part: 'accountAddress' }),
  field('code', 'text', { readOnly: true }),
];
const type = {
  name: 'account',
  fields,
  form: { sections: [{ id: 'main', fields: fields.map((one) => one.name) }] },
  access: { update: true },
} as unknown as RecordType;
const parent = { id: '7', label: 'Group', entity: 'account' };
const one: Row = {
  id: '1',
  name: 'Siam',
  phone: null,
  parent: null,
  interests: ['crm'],
  addresses: [{ id: '11', street: 'A' }],
  modifiedAt: '2026-01-01',
};
const two: Row = {
  id: '2',
  name: 'Siam Ltd',
  phone: '02',
  parent,
  interests: ['crm', 'erp'],
  addresses: [
    { id: '21', street: 'A' },
    { id: '22', street: 'B' },
  ],
  code: 'X',
  modifiedAt: '2026-01-02',
};
const rows = [one, two];
const shown = fieldsOf(type, rows);
const proposal = { values: { phone: '02', parent: { id: '7', entity: 'account' } }, moves: {} };

it('the record that holds most is chosen to stay', () => {
  expect(mostComplete(type, rows)).toBe('2');
  expect(
    mostComplete(type, [
      { ...one, modifiedAt: '2026-01-03' },
      { ...one, id: '3' },
    ]),
  ).toBe('1');
});

it('gaps are filled as the server proposes and lists are put together', () => {
  const choices = proposed(shown, rows, '1', proposal);
  expect(choices).toMatchObject({ name: ['1'], phone: ['2'], parent: ['2'], interests: ['1', '2'] });
  expect(changes(type, rows, '1', choices)).toEqual({
    phone: '02',
    parent: '7',
    interests: ['crm', 'erp'],
    addresses: [{ id: '11', street: 'A' }, { street: 'B' }],
  });
});

it('what the one that stays has already is not written, nor what may not be', () => {
  expect(changes(type, rows, '2', proposed(shown, rows, '2', proposal))).toEqual({});
  expect(changes(type, rows, '1', { code: ['2'] })).toEqual({});
});

it('a value that is taken from another one replaces that of the one that stays', () => {
  expect(changes(type, rows, '2', { name: ['1'], phone: ['1'] })).toEqual({ name: 'Siam', phone: null });
  expect(changes(type, rows, '2', { interests: ['1'] })).toEqual({ interests: ['crm'] });
});

it('equal values are no difference, whoever reads them and whatever they are numbered', () => {
  const name = fields[0]!;
  const addresses = fields[4]!;
  expect(isDifferent(name, rows)).toBe(true);
  expect(isDifferent(addresses, [one, { ...two, addresses: [{ id: '99', street: 'A' }] }])).toBe(false);
});
