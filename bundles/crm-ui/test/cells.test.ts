import { expect, test } from 'vitest';
import type { Field } from '../src/api/types';
import { cellField, cellText, startValue } from '../src/imports/cells';

const field = (kind: string, more: Partial<Field> = {}) =>
  ({ name: 'one', label: { th: 'หนึ่ง', en: 'One' }, kind, ...more }) as Field;
const zone = 'Asia/Bangkok';

test('a bad cell is corrected in the editor of its field, and may be emptied there', () => {
  expect(cellField(field('pick', { required: true }), 'ที่มา')).toMatchObject({ kind: 'pick', required: false });
  expect(cellField(field('text', { maxLength: 5 }), 'ชื่อ').maxLength).toBeUndefined();
  expect(cellField(undefined, 'ชื่อ')).toMatchObject({ kind: 'text', label: { th: 'ชื่อ' } });
});

test('an editor begins with the words of the cell where words are typed, else with what can be understood', () => {
  expect(startValue(field('email'), 'a at b')).toBe('a at b');
  expect(startValue(field('date'), '31/02/2567')).toBeNull();
  expect(startValue(field('date'), '2024-02-29')).toBe('2024-02-29');
  expect(startValue(field('money'), '12 บาท')).toBeNull();
  expect(startValue(field('money'), '12.50')).toBe(12.5);
  const source = field('pick', { options: [{ code: 'web', label: { th: 'เว็บ', en: 'Web' } }] });
  expect(startValue(source, 'กทม.')).toBeNull();
  expect(startValue(source, 'web')).toBe('web');
});

test('what is chosen is said as a cell would say it', () => {
  expect(cellText(field('ref'), { id: '7', label: 'สยาม', entity: 'account' }, zone)).toEqual({
    value: 'สยาม',
    ref: '7',
  });
  expect(cellText(field('date'), '2024-02-29', zone)).toEqual({ value: '2024-02-29' });
  expect(cellText(field('datetime'), '2024-02-29T03:30:00Z', zone)).toEqual({ value: '2024-02-29 10:30' });
  expect(cellText(field('multipick'), ['a', 'b'], zone)).toEqual({ value: 'a,b' });
  expect(cellText(field('text'), null, zone)).toEqual({ value: '' });
});
