import { describe, expect, it } from 'vitest';
import type { RecordType } from '../src/api/types';
import { addressesOf, receiversOf } from '../src/mail/many';

const type = (activities: boolean, ...kinds: [string, string][]) =>
  ({
    name: 'lead',
    titleField: 'name',
    features: { activities },
    fields: kinds.map(([name, kind]) => ({ name, kind })),
  }) as unknown as RecordType;

const lead = type(true, ['name', 'text'], ['email', 'email'], ['second', 'email'], ['preferredContact', 'pick']);

describe('many e-mails', () => {
  it('are offered where a record has an address and a timeline', () => {
    expect(addressesOf(lead)).toEqual(['email', 'second']);
    expect(addressesOf(type(false, ['email', 'email']))).toEqual([]);
    expect(addressesOf(type(true, ['name', 'text']))).toEqual([]);
  });

  it('go to those chosen who have an address and prefer no other way', () => {
    const chosen = { field: 'id', op: 'in' as const, value: ['1', '2'] };
    expect(receiversOf(lead, { filter: chosen }, false)).toEqual({
      fields: ['name', 'email', 'second'],
      filter: {
        all: [
          chosen,
          {
            any: [
              { field: 'email', op: 'notEmpty' },
              { field: 'second', op: 'notEmpty' },
            ],
          },
          {
            any: [
              { field: 'preferredContact', op: 'empty' },
              { field: 'preferredContact', op: '=', value: 'email' },
            ],
          },
        ],
      },
      limit: 1,
      count: 'exact',
    });
  });

  it('go to all with an address when that is wished, as the list asks for them', () => {
    const query = receiversOf(lead, { text: 'ab', textField: 'name', sort: [{ path: 'name' }] }, true);
    expect(query.filter).toEqual({ all: [{ any: expect.any(Array) as unknown }] });
    expect(query).toMatchObject({ text: 'ab', textField: 'name', sort: [{ path: 'name' }] });
  });
});
