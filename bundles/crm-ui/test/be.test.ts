import { describe, expect, it } from 'vitest';
import { isWhole, parseDay, parseMoment } from '../src/i18n/be';
import { formats, instantOf, wallClock } from '../src/i18n/format';

describe('days as people type them', () => {
  it.each([
    '31/12/2567',
    '31/12/67',
    '31/12/2024',
    '31-12-2567',
    '31.12.67',
    '๓๑/๑๒/๒๕๖๗',
    '31 ธ.ค. 2567',
    '31 ธันวาคม 2567',
    '31 Dec 2024',
    '2024-12-31',
    '31122567',
  ])('%s is one stored day in either era', (typed) => {
    expect(parseDay(typed, 'BE')).toBe('2024-12-31');
    expect(parseDay(typed, 'CE')).toBe('2024-12-31');
  });

  it.each(['31/02/2567', '30/02/67', '29/02/2566', '1/13/2567', 'เมื่อวาน', '', '99'])('%s is no day', (typed) => {
    expect(parseDay(typed, 'BE')).toBeNull();
  });

  it.each(['31/12/25', '31/12/256', '31 ธ.ค. 25', '2567-12-3', '311225'])('%s may go on', (typed) => {
    expect(isWhole(typed, false)).toBe(false);
  });

  it.each(['31/12/2567', '31 ธ.ค. 2567', '๓๑/๑๒/๒๕๖๗', '2024-12-31', '31122567'])(
    '%s is whole, but for a clock',
    (typed) => {
      expect(isWhole(typed, false)).toBe(true);
      expect(isWhole(typed, true)).toBe(false);
      expect(isWhole(`${typed} 14:3`, true)).toBe(false);
      expect(isWhole(`${typed} 14:30`, true)).toBe(true);
      expect(parseMoment(`${typed} 9.05`, 'BE')).toEqual({ day: '2024-12-31', clock: '09:05' });
    },
  );

  it.each(['31/12/2567 25:99', '31/12/2567 14:60', '31/12/2567 24:00', '31/02/2567 14:30'])(
    '%s is no moment',
    (typed) => {
      expect(parseMoment(typed, 'BE')).toBeNull();
    },
  );

  it('reads the digits of both languages in a clock as well', () => {
    expect(parseMoment('๓๑/๑๒/๒๕๖๗ ๑๔:๓๐', 'BE')).toEqual({ day: '2024-12-31', clock: '14:30' });
  });

  it('a two-digit year is near in the common era', () => {
    expect(parseDay('1/2/26', 'CE')).toBe('2026-02-01');
  });
});

describe('days as people read them', () => {
  it('shows the era the user chose', () => {
    expect(formats('th', 'BE', 'Asia/Bangkok').day('2026-11-22')).toBe('22 พ.ย. 2569');
    expect(formats('th', 'CE', 'Asia/Bangkok').day('2026-11-22')).toBe('22 พ.ย. 2026');
    expect(formats('en', 'BE', 'Asia/Bangkok').day('2026-11-22')).toBe('22 Nov 2569');
    expect(formats('en', 'CE', 'Asia/Bangkok').day('2026-11-22')).toBe('22 Nov 2026');
  });

  it.each(['2/30/2567', '9999-99-99', 'เมื่อวาน', ''])('shows %s, which is no day, as it is', (typed) => {
    const { day, brief } = formats('th', 'BE', 'Asia/Bangkok');
    expect([day(typed), brief(typed)]).toEqual([typed, typed]);
  });

  it('shows instants in the zone of the company', () => {
    expect(formats('th', 'BE', 'Asia/Bangkok').moment('2026-11-22T20:30:00Z')).toBe('23 พ.ย. 2569 03:30');
  });

  it('a wall clock and its instant lead to each other', () => {
    expect(wallClock('2026-11-22T20:30:00Z', 'Asia/Bangkok')).toBe('2026-11-23T03:30');
    expect(instantOf('2026-11-23T03:30', 'Asia/Bangkok')).toBe('2026-11-22T20:30:00Z');
    expect(instantOf('2026-07-01T12:00', 'Europe/Berlin')).toBe('2026-07-01T10:00:00Z');
  });
});
