import { describe, expect, it } from 'vitest';
import type { LeftRecord } from '../src/undo/api';
import { choicesOf, keyOf, keysOf } from '../src/undo/choices';

const field = (name: string) => ({ field: name, label: { th: name, en: name }, before: 1, made: 2, now: 3 });
const changed: LeftRecord = {
  step: '9',
  entity: 'lead',
  record: '1',
  label: 'A',
  verb: 'update',
  fields: [field('company'), field('phone')],
};
const made: LeftRecord = { step: '8', entity: 'lead', record: '2', label: 'B', verb: 'create', fields: [] };

describe('what is put back all the same', () => {
  it('is offered field by field where a record was changed, else as a whole', () => {
    expect(keysOf(changed)).toEqual([keyOf('9', 'company'), keyOf('9', 'phone')]);
    expect(keysOf(made)).toEqual([keyOf('8')]);
  });

  it('names only the chosen fields and records', () => {
    const chosen = new Set([keyOf('9', 'phone'), keyOf('8')]);
    expect(choicesOf([changed, made], chosen)).toEqual([
      { step: '9', fields: ['phone'] },
      { step: '8', fields: [] },
    ]);
    expect(choicesOf([changed, made], new Set([keyOf('8')]))).toEqual([{ step: '8', fields: [] }]);
  });
});
