import { expect, test } from 'vitest';
import type { Field, Kind, RecordType, Row } from '../src/api/types';
import { hrefOf, reachesOf } from '../src/meta/reach';

test('a number is dialled with its extension behind a pause, and without the number beside it', () => {
  expect(hrefOf('phone', '02-123-4567')).toBe('tel:021234567');
  expect(hrefOf('phone', '+66 (0) 81 234 5678')).toBe('tel:+66812345678');
  expect(hrefOf('phone', '02-123-4567 ต่อ 12')).toBe('tel:021234567,12');
  expect(hrefOf('phone', '02-123-4567 ext. 12')).toBe('tel:021234567,12');
  expect(hrefOf('phone', '02-123-4567 #12')).toBe('tel:021234567,12');
  expect(hrefOf('phone', '02-123-4567/8')).toBe('tel:021234567');
  expect(hrefOf('phone', '02 123 4567, 8')).toBe('tel:021234567');
  expect(hrefOf('phone', '02 123 4567-9')).toBe('tel:021234567');
  expect(hrefOf('phone', '02 123 4567 ต่อ 12-14')).toBe('tel:021234567,12');
  expect(hrefOf('phone', '081-234-5678')).toBe('tel:0812345678');
});

test('a LINE id leads to LINE, a shop’s as well, and a remark in its field nowhere', () => {
  expect(hrefOf('line', 'somying.k')).toBe('https://line.me/ti/p/~somying.k');
  expect(hrefOf('line', '@sala-shop')).toBe('https://line.me/ti/p/~@sala-shop');
  expect(hrefOf('line', 'ขอเบอร์ก่อน')).toBeUndefined();
});

test('only what is an address of the web is opened', () => {
  expect(hrefOf('url', 'https://sala.co.th')).toBe('https://sala.co.th');
  expect(hrefOf('url', 'javascript:alert(1)')).toBeUndefined();
  expect(hrefOf('text', 'https://sala.co.th')).toBeUndefined();
});

const field = (name: string, kind: Kind): Field => ({ name, kind, label: { th: name, en: name } });
const fields = [
  field('name', 'text'),
  field('mobile', 'phone'),
  field('phone', 'phone'),
  field('fax', 'phone'),
  field('email', 'email'),
  field('chat', 'line'),
  field('site', 'url'),
];
const type = { name: 'shop', fields, phones: ['mobile', 'phone'] } as unknown as RecordType;
const reached = (record: Partial<Row>, of = type) => reachesOf(of, record as Row).map(({ field: { name } }) => name);

test('a record is reached by each of its fields that holds something, but not by its fax', () => {
  const full = { name: 'A', mobile: '081', phone: '02', fax: '03', email: 'a@b.co', chat: 'a', site: 'https://a.co' };
  expect(reached(full)).toEqual(['mobile', 'phone', 'email', 'chat', 'site']);
  expect(reached({ name: 'A', mobile: null, phone: '', chat: 'no id' })).toEqual([]);
});

test('what may not be read is no way, nor the number of another record', () => {
  const less = { ...type, fields: fields.slice(0, 1), phones: ['account.phone'] };
  expect(reached({ name: 'A', 'account.phone': '02' }, less)).toEqual([]);
});
