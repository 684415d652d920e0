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
    const times = (wall: string) => restTimes(new Date(`${wall}+07:00`), 'Asia/Bangkok');
    const keys = (wall: string) => times(wall).map(({ key }) => key);
    expect(keys('2026-11-27T10:00')).toEqual(['hour', 'evening', 'tomorrow', 'monday']);
    expect(keys('2026-11-27T16:30')).toEqual(['hour', 'tomorrow', 'monday']);
    const ends = times('2026-11-30T09:00').map(({ until }) => until.toISOString());
    expect(ends.slice(1)).toEqual(['2026-11-30T10:00:00.000Z', '2026-12-01T01:00:00.000Z', '2026-12-07T01:00:00.000Z']);
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
