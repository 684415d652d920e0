import { queryClient, typeQuery } from '../api/queries';
import type { Field, L10n } from '../api/types';

/**
 * What is wrong with a field that is not asked, under its name: of a record that is made on the way, as `account.email`
 * of the account that is made of a lead.
 */
export async function ofUnasked(fields: Field[], path: string, message: string, l: (text?: L10n) => string) {
  const [step = '', name = ''] = path.split('.');
  const entity = fields.find((field) => field.kind === 'ref' && field.name === `${step}.id`)?.ref;
  const type = entity && (await queryClient.fetchQuery(typeQuery(entity)).catch(() => undefined));
  const label = type ? l(type.fields.find((field) => field.name === name)?.label) : '';
  return label ? `${label}: ${message}` : message;
}
