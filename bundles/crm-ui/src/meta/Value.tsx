import { Link } from '@tanstack/react-router';
import type { ComponentProps, ReactNode } from 'react';
import type { Field, Ref } from '../api/types';
import { useApp, type App } from '../app';
import { Avatar, Pill } from '../kit/Bits';
import { daysBetween } from '../i18n/days';
import { isToned } from './paths';
import { NextDue, nextWords } from './NextDue';
import { hrefOf } from './reach';
import { ReachLink } from './ReachLink';
import { ruleWords } from './recurrence';

const isRef = (value: unknown): value is Ref => typeof value === 'object' && value !== null && 'id' in value;

/** A value as words, for lists, chips, history and screen readers. */
export function wordsOf(field: Field, value: unknown, app: Pick<App, 'fmt' | 'l' | 't' | 'entity' | 'called'>): string {
  if (value === null || value === undefined || value === '') return '';
  if (isRef(value)) return app.called(value);
  switch (field.kind) {
    case 'money':
      return typeof value === 'number' ? app.fmt.number(value, field.decimals ?? 2) : String(value);
    case 'decimal':
    case 'int':
      return typeof value === 'number' ? app.fmt.number(value) : String(value);
    case 'percent':
      return typeof value === 'number' ? `${app.fmt.number(value)}%` : String(value);
    case 'bool':
      return app.t(value ? 'value.yes' : 'value.no');
    case 'date':
      return app.fmt.day(String(value));
    case 'datetime':
      return app.fmt.moment(String(value));
    case 'pick':
      return app.l(field.options?.find((option) => option.code === value)?.label) || String(value);
    case 'multipick':
      return (Array.isArray(value) ? value : [value])
        .map((code) => app.l(field.options?.find((option) => option.code === code)?.label) || String(code))
        .join(', ');
    case 'next':
      return nextWords(String(value), app);
    case 'since':
      return sinceWords(String(value), app);
    case 'recurrence':
      return ruleWords(String(value), app);
    case 'entity':
      return app.l(app.entity(String(value))?.label) || String(value);
    case 'parts':
      return Array.isArray(value) ? partsWords(value as object[], app) : '';
    default:
      return String(value);
  }
}

/** How many days a record is in its state. */
function sinceWords(at: string, { fmt, t }: Pick<App, 'fmt' | 't'>): string {
  const count = daysBetween(fmt.dayOf(at), fmt.today());
  return count > 0 ? t('since.days', { count }) : t('since.today');
}

/** What parts refer to, as the people who take part; their number where one refers to nothing. */
function partsWords(parts: object[], app: Pick<App, 't' | 'called'>): string {
  const refs = parts.map((part) => (Object.values(part) as unknown[]).find(isRef));
  const known = refs.filter((ref) => ref !== undefined);
  return known.length < parts.length ? app.t('value.rows', { count: parts.length }) : known.map(app.called).join(', ');
}

interface Props {
  field: Field;
  value: unknown;
  link?: boolean;
  /** how a letter begins here */
  letter?: Pick<ComponentProps<typeof ReachLink>, 'about' | 'outside'> | undefined;
}

/** A value as it is read in a cell or a form that is not being edited. */
export function Value({ field, value, link = true, letter }: Props): ReactNode {
  const app = useApp();
  if (field.kind === 'next') return <NextDue at={value} />;
  if (value === null || value === undefined || value === '') return null;
  const words = wordsOf(field, value, app);
  if (field.kind === 'since') return <span title={app.fmt.moment(String(value))}>{words}</span>;
  if (field.kind === 'pick') {
    const option = field.options?.find((one) => one.code === value);
    return option && isToned(field) ? <Pill tone={option.tone}>{words}</Pill> : words;
  }
  if (field.kind === 'percent' && typeof value === 'number') {
    return (
      <span className="percent">
        <span className="bar" aria-hidden>
          <b style={{ width: `${Math.min(100, Math.max(0, value))}%` }} />
        </span>
        {words}
      </span>
    );
  }
  if (isRef(value)) {
    const entity = value.entity ?? field.ref ?? '';
    const linked = link && app.entity(entity);
    return (
      <>
        {entity === 'user' && <Avatar name={words} id={value.id} size={20} />}
        {linked ? (
          <Link to="/record/$entity/$id" params={{ entity, id: value.id }} preload={false}>
            {words}
          </Link>
        ) : (
          words
        )}
      </>
    );
  }
  if (!link) return words;
  const href = hrefOf(field.kind, words);
  return href ? (
    <ReachLink kind={field.kind} words={words} href={href} {...letter}>
      {words}
    </ReachLink>
  ) : (
    words
  );
}
