import { expect, it } from 'vitest';
import type { RecordType } from '../src/api/types';
import { titleOf } from '../src/meta/title';

const options = [{ code: 'birthday', label: { th: 'วันเกิด', en: 'Birthday' } }];
const type = { titleField: 'kind', fields: [{ name: 'kind', options }] } as unknown as RecordType;
const inThai = (text?: { th: string }) => text?.th ?? '';

it('says a title that was chosen in the words of its pick list, any other as it stands', () => {
  expect(titleOf(type, { id: '1', kind: 'birthday' }, inThai)).toBe('วันเกิด');
  expect(titleOf(type, { id: '1', kind: 'taken away' }, inThai)).toBe('taken away');
  expect(titleOf(type, undefined, inThai)).toBe('');
});
