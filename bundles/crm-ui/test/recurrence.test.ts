import { describe, expect, it } from 'vitest';
import en from '../src/i18n/en.json';
import th from '../src/i18n/th.json';
import { readRule, ruleWords, writeRule } from '../src/meta/recurrence';

type Texts = Record<string, string>;
const speaking = (texts: Texts) =>
  ({
    t: (key: string, values: Record<string, unknown> = {}) => {
      const name = key.split('.')[1] ?? '';
      const plural = values['count'] === 1 ? `${name}_one` : `${name}_other`;
      return (texts[name] ?? texts[plural] ?? key).replace(/\{\{(\w+)\}\}/g, (_, one: string) => String(values[one]));
    },
    fmt: { day: (day: string) => day },
  }) as unknown as Parameters<typeof ruleWords>[1];

describe('how something comes back', () => {
  it('is said in both languages', () => {
    const rule = 'FREQ=WEEKLY;BYDAY=MO,WE;UNTIL=20261231';
    expect(ruleWords(rule, speaking(th.repeat))).toBe('ทุกสัปดาห์ วันจันทร์และพุธ จนถึง 2026-12-31');
    expect(ruleWords(rule, speaking(en.repeat))).toBe('every week on Monday and Wednesday until 2026-12-31');
    expect(ruleWords('FREQ=MONTHLY;INTERVAL=2;BYDAY=-1FR', speaking(th.repeat))).toBe('ทุก 2 เดือน วันศุกร์สุดท้าย');
    expect(ruleWords('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', speaking(en.repeat))).toBe('every year on 29 Feb');
  });

  it('is written as it was read', () => {
    for (const rule of [
      'FREQ=DAILY;INTERVAL=3;COUNT=5',
      'FREQ=WEEKLY;BYDAY=MO,WE;UNTIL=20261231',
      'FREQ=MONTHLY;BYDAY=2TU',
      'FREQ=MONTHLY;BYMONTHDAY=31',
      'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29',
    ])
      expect(writeRule(readRule(rule)!)).toBe(rule);
  });
});
