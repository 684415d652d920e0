import { queryOptions } from '@tanstack/react-query';
import { api } from '../api/client';
import type { Filter, Query, RecordType } from '../api/types';
import type { Which } from '../labels/labels';
import type { Signature } from './signatures';

export interface Filled {
  subject: string;
  body: string;
  signatures: Signature[];
}

const PREFERRED = 'preferredContact';

/** The fields of a record's own addresses, in the order in which they are written to; none where nobody is. */
export const addressesOf = (type: RecordType): string[] =>
  type.features.activities ? type.fields.filter((field) => field.kind === 'email').map((field) => field.name) : [];

/** Whether it says how somebody wishes to be reached. */
export const prefers = (type: RecordType) => type.fields.some((field) => field.name === PREFERRED);

/** Those of the chosen records that an e-mail goes to, the first of them with its addresses. */
export function receiversOf(type: RecordType, { filter, text, textField, sort }: Which, anyway: boolean): Query {
  const all: Filter[] = [
    ...(filter ? [filter] : []),
    { any: addressesOf(type).map((field) => ({ field, op: 'notEmpty' as const })) },
  ];
  if (prefers(type) && !anyway) {
    all.push({
      any: [
        { field: PREFERRED, op: 'empty' },
        { field: PREFERRED, op: '=', value: 'email' },
      ],
    });
  }
  return {
    fields: [...new Set([type.titleField, ...addressesOf(type)])],
    filter: { all },
    limit: 1,
    count: 'exact',
    ...(text ? { text } : {}),
    ...(text && textField ? { textField } : {}),
    ...(sort ? { sort } : {}),
  };
}

export const filledQuery = (template: string, entity: string, id: string, language: string) =>
  queryOptions({
    queryKey: ['record', entity, id, 'mail', template, language],
    queryFn: () =>
      api<Filled>(`/api/mail/filled/${template}?${new URLSearchParams({ entity, id, language }).toString()}`),
    enabled: template !== '' && id !== '',
  });
