import { describe, expect, it } from 'vitest';
import { byRecord } from '../src/alerts/grouped';
import { restTimes } from '../src/alerts/rest';
import type { Alert } from '../src/api/types';
import { nextYearly } from '../src/i18n/days';

const alert = (id: string, record: string, read = false): Alert => ({
  id,
  kind: 'activity',
  text: id,
  record: { entity: 'activity', id: record, label: '' },
  more: 0,
  at: '2026-11-27T03:00:00Z',
  read,
  asks: false,
});

describe('alerts', () => {
  it('stand together by record, at the place of the newest; what is read stays apart', () => {
    const groups = byRecord([alert('4', 'a'), alert('3', 'b'), alert('2', 'a'), alert('1', 'a', true)]);
    expect(groups.map((group) => group.map((one) => one.id))).toEqual([['4', '2'], ['3'], ['1']]);
  });

  it('rest until times that lie ahead', () => {
    const keys = (now: Date) => restTimes(now).map(({ key }) => key);
    expect(keys(new Date(2026, 10, 27, 10))).toEqual(['hour', 'evening', 'tomorrow', 'monday']);
    expect(keys(new Date(2026, 10, 27, 16, 30))).toEqual(['hour', 'tomorrow', 'monday']);
    const monday = restTimes(new Date(2026, 10, 30, 9)).find(({ key }) => key === 'monday');
    expect(monday?.until).toEqual(new Date(2026, 11, 7, 8));
  });
});

describe('a day of every year', () => {
  it('comes next this year or the next, on the 28th where February has no 29th', () => {
    expect(nextYearly('1999-11-27', '2026-11-27')).toBe('2026-11-27');
    expect(nextYearly('1999-11-26', '2026-11-27')).toBe('2027-11-26');
    expect(nextYearly('2000-02-29', '2026-11-27')).toBe('2027-02-28');
    expect(nextYearly('2000-02-29', '2027-12-01')).toBe('2028-02-29');
  });
});
