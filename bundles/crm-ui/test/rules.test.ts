import { describe, expect, it } from 'vitest';
import type { Field, RecordType, Row } from '../src/api/types';
import { complaint, isTaxId, wireValues } from '../src/form/schema';
import { groupOf, questionOf } from '../src/grid/useList';
import { readListState } from '../src/grid/state';
import { opsOf, passes } from '../src/meta/filter';
import { askedBy, nextOf, passedBy, transitionTo } from '../src/meta/lifecycle';
import { readNumber } from '../src/kit/Input';

const label = { th: 'ก', en: 'a' };
const field = (kind: Field['kind'], more: Partial<Field> = {}): Field => ({ name: 'x', kind, label, ...more });
const said = ((key: string) => key) as unknown as Parameters<typeof complaint>[2];

describe('a list', () => {
  const kept = {
    id: 'saved.1',
    label,
    columns: ['name'],
    sort: [],
    mode: 'table' as const,
    group: 'stage',
    filter: {
      all: [
        { field: 'owner', op: '=' as const, value: '@me' },
        { field: 'open', op: '=' as const, value: true },
      ],
    },
  };

  it('leaves out the parts of a kept filter that were taken away', () => {
    expect(questionOf(kept, readListState({ off: [0] }), 'name')).toEqual({
      filter: { field: 'open', op: '=', value: true },
    });
    expect(questionOf(kept, readListState({ off: [0, 1] }), 'name')).toEqual({});
  });

  it('is grouped as its view says until somebody says otherwise', () => {
    expect(groupOf(kept, {})).toBe('stage');
    expect(groupOf(kept, readListState({ group: 'owner' }))).toBe('owner');
    expect(groupOf(kept, readListState({ group: '-' }))).toBeUndefined();
    expect(groupOf({ ...kept, mode: 'board' }, {})).toBeUndefined();
  });

  it('asks for the view and everything the person added at once', () => {
    const view = {
      id: 'mine',
      label,
      columns: ['name'],
      sort: [{ path: 'name' }],
      filter: { field: 'owner', op: '=' as const, value: '@me' },
      mode: 'table' as const,
    };
    const state = readListState({
      q: 'สยาม',
      in: 'name',
      letter: 'ก',
      period: { field: 'created', preset: '@thisMonth' },
      filters: [{ field: 'account', op: 'in', value: [{ id: '7', label: 'ก' }] }],
    });
    expect(questionOf(view, state, 'name')).toEqual({
      text: 'สยาม',
      textField: 'name',
      sort: [{ path: 'name' }],
      filter: {
        all: [
          { field: 'owner', op: '=', value: '@me' },
          { field: 'account', op: 'in', value: ['7'] },
          { field: 'created', op: 'within', value: '@thisMonth' },
          { field: 'name', op: 'letter', value: 'ก' },
        ],
      },
    });
  });

  it('offers every field a comparison that fits it', () => {
    expect(opsOf(field('date'))[0]).toBe('within');
    expect(opsOf(field('text'))[0]).toBe('contains');
    expect(opsOf(field('pick'))[0]).toBe('in');
  });
});

describe('a condition of a button', () => {
  const row: Row = { id: '1', status: 'new', owner: { id: '9', label: 'ก' }, amount: 10 };
  it('holds as the filter says', () => {
    expect(passes({ field: 'status', op: 'in', value: ['new', 'working'] }, row, '9')).toBe(true);
    expect(passes({ field: 'owner', op: '=', value: '@me' }, row, '9')).toBe(true);
    expect(passes({ field: 'owner', op: '=', value: '@me' }, row, '8')).toBe(false);
    expect(
      passes({ all: [{ field: 'amount', op: '>', value: 9 }, { not: { field: 'status', op: 'empty' } }] }, row, ''),
    ).toBe(true);
  });
});

describe('a transition', () => {
  const stage = field('pick', {
    name: 'stage',
    options: ['a', 'b', 'won'].map((code) => ({ code, label })),
  });
  const move = { id: 'move', label, from: ['a', 'b'], to: '', choices: ['a', 'b'], fields: [] };
  const lifecycle = {
    field: 'stage',
    states: [],
    transitions: [move, { id: 'win', label, from: ['a', 'b'], to: 'won', fields: [{ name: 'stage' }] }],
  };
  const type = { fields: [stage], lifecycle } as unknown as RecordType;
  it('may lead to one of several states', () => {
    expect(transitionTo(lifecycle, { id: '1', stage: 'a' }, 'b', '')?.id).toBe('move');
    expect(transitionTo(lifecycle, { id: '1', stage: 'a' }, 'won', '')?.id).toBe('win');
    expect(transitionTo(lifecycle, { id: '1', stage: 'won' }, 'a', '')).toBeUndefined();
    expect(transitionTo(lifecycle, { id: '1', stage: 'a' }, 'a', '')).toBeUndefined();
  });
  it('asks for the state only when nobody chose it yet', () => {
    expect(askedBy(type, move, 'b')).toEqual([]);
    expect(askedBy(type, move, undefined)[0]?.options?.map((option) => option.code)).toEqual(['a', 'b']);
  });
});

describe('the path of a record', () => {
  const state = (code: string, order: number, closed = false) => ({ code, label, order, closed });
  const states = [state('a', 1), state('b', 2), state('c', 3), state('won', 4, true), state('lost', 5, true)];
  const lifecycle = { field: 'stage', states, transitions: [] };
  const step = (old: string | null, next: string) => ({
    id: next,
    at: '',
    verb: 'update',
    changes: [{ field: 'stage', label, old, new: next }],
  });
  it('has behind it what comes before its state', () => {
    expect(passedBy(lifecycle, { id: '1', stage: 'b' }, [])).toEqual(['a']);
  });
  it('ends where it was open last, whatever was never reached', () => {
    const history = [step('won', 'lost'), step('b', 'won'), step('c', 'b'), step(null, 'a')];
    expect(passedBy(lifecycle, { id: '1', stage: 'lost' }, history)).toEqual(['a', 'b']);
  });
  it('claims nothing that no history tells', () => {
    expect(passedBy(lifecycle, { id: '1', stage: 'won' }, [])).toEqual([]);
  });
  const way = (id: string, from: string[], to: string[], tone?: 'danger' | 'success') => ({
    id,
    label,
    from,
    to: to.length === 1 ? (to[0] ?? '') : '',
    choices: to,
    fields: [],
    ...(tone ? { tone } : {}),
  });
  it.each([
    ['a', 'b'],
    ['b', 'c'],
    ['c', 'won'],
    ['won', undefined],
    ['unknown', undefined],
  ])('leads from %s to %s', (stage, next) => {
    const open = ['a', 'b', 'c'];
    const transitions = [
      way('lose', open, ['lost'], 'danger'),
      way('win', open, ['won'], 'success'),
      way('move', open, open),
    ];
    expect(nextOf({ ...lifecycle, transitions }, { id: '1', stage }, '')?.state.code).toBe(next);
  });
  it('leaves out a state that cannot be reached, and never leads to a loss', () => {
    const transitions = [way('jump', ['a'], ['c']), way('lose', ['c'], ['lost'], 'danger')];
    const next = (stage: string) => nextOf({ ...lifecycle, transitions }, { id: '1', stage }, '')?.state.code;
    expect([next('a'), next('c')]).toEqual(['c', undefined]);
  });
});

describe('a form', () => {
  it('checks tax ids by their last digit', () => {
    expect(isTaxId('0105556123459')).toBe(false);
    expect(isTaxId('1-2345-67890-12-1')).toBe(true);
    expect(isTaxId('123')).toBe(false);
  });
  it('says what is wrong at first sight', () => {
    expect(complaint(field('text', { required: true }), '', said)).toBe('form.required');
    const naming = ((key: string, { field: name }: { field: string }) => `${key} ${name}`) as unknown as typeof said;
    expect(complaint(field('text', { required: true }), '', naming, 'Name')).toBe('form.required Name');
    expect(complaint(field('email'), 'a@b', said)).toBe('form.email');
    expect(complaint(field('int', { min: 1 }), 0, said)).toBe('form.min');
    expect(complaint(field('email'), '', said)).toBeUndefined();
  });
  it('sends references as ids and emptied fields as null', () => {
    const fields = [
      field('ref', { name: 'account', ref: 'account' }),
      field('ref', { name: 'about', ref: '*' }),
      field('text'),
    ];
    const ref = { id: '5', label: 'ก', entity: 'lead' };
    expect(wireValues(fields, { account: ref, about: ref, x: '', gone: undefined })).toEqual({
      account: '5',
      about: { id: '5', entity: 'lead' },
      x: null,
    });
  });
  it('reads numbers with commas and Thai digits', () => {
    expect(readNumber('1,234.50')).toBe(1234.5);
    expect(readNumber('๑๒๓')).toBe(123);
    expect(readNumber('')).toBeNull();
    expect(readNumber('สิบ')).toBeUndefined();
  });
  it.each([
    ['1 234 567', 1_234_567],
    ['-1,000', -1000],
    ['฿ 1,234', 1234],
    ['1234 บาท', 1234],
    [' 12.5% ', 12.5],
    ['.5', 0.5],
    ['5.', 5],
  ])('reads %s', (text, number) => expect(readNumber(text)).toBe(number));
  it.each([
    '2.5 ล้าน',
    '1200k',
    '1.5m',
    '12-5',
    '0x10',
    '1e3',
    '1,5',
    '500,0000',
    '12 5',
    '1.2.3',
    '-',
    '%',
    '9'.repeat(400),
  ])('takes nothing of %s', (text) => expect(readNumber(text)).toBeUndefined());
});
