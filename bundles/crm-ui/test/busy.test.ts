import { expect, test } from 'vitest';
import { hoursShown, placed } from '../src/calendar/busy';
import type { Entry } from '../src/calendar/queries';

const day = '2026-11-27';
const zone = 'Asia/Bangkok';
const entry = (start: string, end: string) => ({ start, end }) as Entry;
const at = (time: string) => `${day}T${time}:00+07:00`;

test('a usual day is seven to eight', () => {
  expect(hoursShown([entry(at('09:00'), at('10:00'))], day, zone)).toEqual({ first: 7, last: 20 });
});

test('who is busy at night stands at the hour, not at the edge of the day', () => {
  const late = entry(at('21:10'), at('21:40'));
  const shown = hoursShown([late, entry(at('05:30'), at('06:00'))], day, zone);
  expect(shown).toEqual({ first: 5, last: 22 });
  expect(placed([late], day, zone, shown)[0]).toMatchObject({ from: 21 + 10 / 60, row: 0 });
});

test('what lasts for days makes no day longer', () => {
  expect(hoursShown([entry('2026-11-25T23:00:00+07:00', '2026-11-29T23:00:00+07:00')], day, zone).last).toBe(20);
});
