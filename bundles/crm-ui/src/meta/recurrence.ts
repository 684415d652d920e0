import type { App } from '../app';

export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type Unit = 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';

/** How something comes back, as RFC 5545 says it. */
export interface Rule {
  unit: Unit;
  every: number;
  /** of a week; or the one that `nth` counts in a month */
  days: string[];
  /** 1 to 4, -1 for the last; 0: the day of the month counts */
  nth: number;
  day: number;
  month: number;
  count: number;
  /** last day, empty: without an end */
  until: string;
  except: number;
}

const dashed = (day: string) => `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6, 8)}`;

export function readRule(text: string): Rule | null {
  const parts = new Map(text.split(';').map((part) => part.split('=') as [string, string]));
  const unit = parts.get('FREQ') as Unit | undefined;
  if (!unit) return null;
  const by = parts.get('BYDAY') ?? '';
  const nth = unit === 'MONTHLY' && by ? Number(by.slice(0, -2)) : 0;
  const days = by ? by.split(',').map((day) => day.slice(-2)) : [];
  const number = (name: string) => Number(parts.get(name) ?? 0);
  return {
    unit,
    every: number('INTERVAL') || 1,
    days,
    nth,
    day: number('BYMONTHDAY'),
    month: number('BYMONTH'),
    count: number('COUNT'),
    until: parts.has('UNTIL') ? dashed(parts.get('UNTIL') ?? '') : '',
    except: parts.get('EXDATE')?.split(',').length ?? 0,
  };
}

export function writeRule(rule: Rule): string {
  const by = rule.unit === 'WEEKLY' ? rule.days.join() : rule.nth ? `${rule.nth}${rule.days[0] ?? 'MO'}` : '';
  const parts: [string, string | number][] = [
    ['INTERVAL', rule.every > 1 ? rule.every : 0],
    ['BYDAY', by],
    ['BYMONTH', rule.unit === 'YEARLY' ? rule.month : 0],
    ['BYMONTHDAY', rule.unit === 'YEARLY' || (rule.unit === 'MONTHLY' && !rule.nth) ? rule.day : 0],
    ['COUNT', rule.count],
    ['UNTIL', rule.count ? '' : rule.until.replaceAll('-', '')],
  ];
  return [`FREQ=${rule.unit}`, ...parts.filter(([, value]) => value).map((part) => part.join('='))].join(';');
}

/** The rule as one says it: every week on Monday and Wednesday, until 31 Dec 2026. */
export function ruleWords(text: string, { t, fmt }: Pick<App, 't' | 'fmt'>): string {
  const rule = readRule(text);
  if (!rule) return text;
  const names = t('repeat.weekdays').split(',');
  const name = (code: string) => names[weekdays.indexOf(code as (typeof weekdays)[number])] ?? code;
  const all = rule.days.map(name);
  const listed = all.length > 1 ? `${all.slice(0, -1).join(', ')}${t('repeat.and')}${all.at(-1)}` : (all[0] ?? '');
  const unit = { DAILY: 'daily', WEEKLY: 'weekly', MONTHLY: 'monthly', YEARLY: 'yearly' } as const;
  const every =
    rule.every === 1 ? t(`repeat.${unit[rule.unit]}`) : t(`repeat.${unit[rule.unit]}N`, { number: rule.every });
  const month = t('repeat.months').split(',')[rule.month - 1] ?? '';
  const on =
    rule.unit === 'WEEKLY' && listed
      ? t('repeat.onDays', { days: listed })
      : rule.nth
        ? t(rule.nth < 0 ? 'repeat.onLast' : 'repeat.onNth', {
            day: listed,
            nth: t('repeat.nths').split(',')[rule.nth - 1] ?? '',
          })
        : rule.unit === 'YEARLY' && rule.day
          ? t('repeat.onDate', { day: rule.day, month })
          : rule.day
            ? t('repeat.onDay', { day: rule.day })
            : '';
  return [
    every,
    on,
    rule.count
      ? t('repeat.times', { count: rule.count })
      : rule.until
        ? t('repeat.until', { day: fmt.day(rule.until) })
        : '',
    rule.except ? t('repeat.except', { count: rule.except }) : '',
  ]
    .filter(Boolean)
    .join(' ');
}
