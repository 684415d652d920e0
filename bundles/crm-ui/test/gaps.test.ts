import { expect, test } from 'vitest';
import type { L10n, RecordType } from '../src/api/types';
import type { App } from '../src/app';
import { gapsOf } from '../src/customers/gaps';
import type { Column } from '../src/meta/paths';
import { filterWords } from '../src/meta/words';

const l = (label?: L10n) => label?.en ?? '';
const field = (name: string, more: object = {}) => ({ name, kind: 'text', label: { en: name, th: name }, ...more });
const type = {
  name: 'account',
  fields: [
    field('name', { required: true }),
    field('phone'),
    field('fax'),
    field('email'),
    field('addresses', { kind: 'parts', part: 'accountAddress' }),
  ],
  duplicates: [
    { name: 'name', of: ['name'] },
    { name: 'phone', of: ['phone', 'fax'] },
    { name: 'email', of: ['email'] },
    { name: 'address', of: ['addresses'] },
    { name: 'gone', of: ['hidden'] },
  ],
} as unknown as RecordType;

test('a record lacks a phone when none of its numbers is known, an address when it has none, and never what is required', () => {
  expect(gapsOf(type, l).map(({ label, filter }) => [label, filter])).toEqual([
    [
      'phone',
      {
        all: [
          { field: 'phone', op: 'empty' },
          { field: 'fax', op: 'empty' },
        ],
      },
    ],
    ['email', { field: 'email', op: 'empty' }],
    ['addresses', { not: { exists: { entity: 'accountAddress', via: 'account' } } }],
  ]);
});

test('a list of what lacks says so in the words of the form', () => {
  const app = {
    t: (key: string, words?: { what: string }) => [key, words?.what].filter(Boolean).join(' '),
    l,
    entity: () => undefined,
  } as unknown as App;
  const columns = new Map(
    type.fields.map((one) => [one.name, { path: one.name, label: l(one.label), field: one, own: true } as Column]),
  );
  expect(gapsOf(type, l).map(({ filter }) => filterWords(filter, columns, app))).toEqual([
    'phone op.empty op.and fax op.empty',
    'email op.empty',
    'op.without addresses',
  ]);
});
