import { expect, test } from 'vitest';
import { agreed, areasOf } from '../src/form/areas';

const row = (subDistrict: string | null, district: string, postcode = '10110') => ({
  id: `${subDistrict}${district}`,
  subDistrict,
  district,
  province: 'กรุงเทพมหานคร',
  postcode,
});
const areas = areasOf([row('คลองตัน', 'คลองเตย'), row('คลองตันเหนือ', 'วัฒนา'), row('คลองตัน', 'คลองเตย')]);

test('a table that was loaded twice says each area once', () => {
  expect(areas.map(({ subDistrict }) => subDistrict)).toEqual(['คลองตัน', 'คลองตันเหนือ']);
});

test('what all areas of a postcode agree on is known', () => {
  expect(agreed(areas, {})).toEqual({ district: '', province: 'กรุงเทพมหานคร' });
  expect(agreed(areasOf([row(null, 'บางรัก', '10500')]), {}).district).toBe('บางรัก');
  expect(agreed([], {})).toEqual({ district: '', province: '' });
});

test('what is said of an address leaves the areas that fit', () => {
  expect(agreed(areas, { subDistrict: 'แขวงคลองตันเหนือ' }).district).toBe('วัฒนา');
  expect(agreed(areas, { district: 'เขตคลองเตย' }).district).toBe('คลองเตย');
  expect(agreed(areas, { subDistrict: 'ที่อื่น' }).district).toBe('');
});
