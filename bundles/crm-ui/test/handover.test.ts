import { expect, test } from 'vitest';
import type { RecordType, Ref, Row } from '../src/api/types';
import { assigned, unchosen, waysOf, whoLacks } from '../src/handover/assigning';
import { brought, copied, followersOf } from '../src/handover/copying';
import { rulesOf, type Leaver } from '../src/handover/leaving';
import { endOf, lastDay } from '../src/handover/sharing';
import { instantOf, formats } from '../src/i18n/format';

const field = (name: string, kind = 'text', more = {}) => ({ name, kind, access: 'write', readOnly: false, ...more });
const type = {
  name: 'account',
  fields: [
    field('name'),
    field('code', 'text', { unique: true }),
    field('taxId', 'taxId'),
    field('owner', 'ref', { ref: 'user' }),
    field('status', 'pick'),
    field('open', 'bool', { readOnly: true }),
    field('territory', 'ref', { ref: 'territory' }),
    field('addresses', 'parts'),
    field('links', 'parts'),
  ],
  lifecycle: { field: 'status' },
  related: [
    { id: 'contact.account', entity: 'contact', create: true },
    { id: 'activity.account', entity: 'activity', create: true, open: true, assign: true },
    { id: 'account.parent', entity: 'account', create: true },
  ],
} as unknown as RecordType;
const ann: Ref = { id: '1', label: 'Ann', entity: 'user' };
const bob: Ref = { id: '2', label: 'Bob', entity: 'user' };

test('who gets records is said as the server takes it', () => {
  expect(assigned({ ...unchosen, user: ann, along: ['activity'], remark: ' hi ' })).toEqual({
    owner: '1',
    withTeam: true,
    along: ['activity'],
    remark: 'hi',
  });
  expect(assigned({ ...unchosen, way: 'team', team: bob })).toEqual({ team: '2', owner: null });
  expect(assigned({ ...unchosen, way: 'turn', people: [ann, bob] })).toMatchObject({
    rule: 'turn',
    people: ['1', '2'],
  });
  expect(whoLacks({ ...unchosen, way: 'turn' })).toBe(true);
  expect(whoLacks({ ...unchosen, way: 'territory' })).toBe(false);
  expect(waysOf(type, false)).toEqual(['user', 'team', 'load', 'territory']);
});

test('a copy has neither what is one record’s own nor the rows that were not chosen', () => {
  const record = {
    id: '7',
    version: 1,
    name: 'Shop',
    code: 'C1',
    taxId: '0',
    owner: ann,
    status: 'won',
    open: true,
    addresses: [{ id: '9', version: 2, street: 'Silom' }],
    links: [{ id: '8', name: 'x' }],
  } as unknown as Row;
  expect(copied(type, record, ['addresses'])).toEqual({ name: 'Shop', addresses: [{ street: 'Silom' }] });
  expect(brought(type, ['addresses', 'contact.account', 'notes'])).toEqual(['contact.account', 'notes']);
  expect(followersOf(type).map((list) => list.id)).toEqual(['contact.account']);
});

test('a share ends at the midnight after its last day, where the company is', () => {
  const end = endOf('2026-12-31', (wall) => instantOf(wall, 'Asia/Bangkok'));
  expect(Date.parse(end)).toBe(Date.parse('2026-12-31T17:00:00Z'));
  expect(lastDay(end, formats('en', 'CE', 'Asia/Bangkok').dayOf)).toBe('2026-12-31');
});

test('a leaver’s records go by the rule of their kind, and what stays has none', () => {
  const leaver = {
    id: '3',
    name: 'Chai',
    active: true,
    manager: { id: '1', label: 'Ann' },
    owned: [
      { entity: 'account', count: 2 },
      { entity: 'lead', count: 1 },
      { entity: 'role', count: 1 },
    ],
    leads: [],
  } as Leaver;
  const rule = { user: null, team: null, people: [ann, bob] };
  expect(rulesOf(leaver, { lead: { ...rule, fate: 'turn' }, role: { ...rule, fate: 'keep' } })).toEqual({
    account: { owner: '1', withTeam: true },
    lead: { rule: 'turn', people: ['1', '2'], withTeam: true },
  });
});
