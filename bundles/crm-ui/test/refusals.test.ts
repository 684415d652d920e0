import { expect, test } from 'vitest';
import { queryClient, typeQuery } from '../src/api/queries';
import type { Field, RecordType } from '../src/api/types';
import { ofUnasked } from '../src/form/refusals';

const label = { th: 'อีเมล', en: 'E-mail' };
const fields = [{ name: 'customer.id', kind: 'ref', ref: 'account' }] as Field[];
const told = (path: string) => ofUnasked(fields, path, 'Please fill this in', (text) => text?.en ?? '');

test('what is refused of a record that is made on the way is named', async () => {
  queryClient.setQueryData(typeQuery('account').queryKey, { fields: [{ name: 'email', label }] } as RecordType);
  expect(await told('customer.email')).toBe('E-mail: Please fill this in');
});

test('what nobody knows the name of is told as it is', async () => {
  expect(await told('customer.nothing')).toBe('Please fill this in');
  expect(await told('other.email')).toBe('Please fill this in');
  expect(await told('')).toBe('Please fill this in');
});
