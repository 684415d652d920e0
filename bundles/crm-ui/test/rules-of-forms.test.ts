import { describe, expect, it } from 'vitest';
import type { Field, FieldRule } from '../src/api/types';
import { decidingFields, ruled } from '../src/meta/rules';

const label = { th: 'ก', en: 'a' };
const fields: Field[] = ['stage', 'lostReason', 'place'].map((name) => ({ name, kind: 'text', label }));
const rules: FieldRule[] = [
  { field: 'lostReason', visible: { field: 'stage', op: '=', value: 'lost' } },
  {
    field: 'place',
    required: {
      any: [
        { field: 'type', op: 'in', value: ['appointment'] },
        { field: 'far', op: '=', value: true },
      ],
    },
    readOnly: { field: 'stage', op: '!=', value: 'open' },
  },
];
const shown = (values: object) => ruled(fields, rules, { id: '1', ...values }, '7');

describe('the conditions of a form', () => {
  it('show a field only while they hold', () => {
    expect(shown({ stage: 'open' }).map(({ name }) => name)).toEqual(['stage', 'place']);
    expect(shown({ stage: 'lost' }).map(({ name }) => name)).toEqual(['stage', 'lostReason', 'place']);
  });

  it('demand and lock a field while they hold', () => {
    const place = (values: object) => shown(values).find(({ name }) => name === 'place');
    expect(place({ stage: 'open' })).toMatchObject({ required: false, readOnly: false });
    expect(place({ stage: 'open', type: 'appointment' })).toMatchObject({ required: true });
    expect(place({ stage: 'won', far: true })).toMatchObject({ required: true, readOnly: true });
  });

  it('tell which fields they look at', () => {
    expect(decidingFields(rules)).toEqual(['stage', 'type', 'far']);
    expect(decidingFields(undefined)).toEqual([]);
  });
});
