import { Link } from '@tanstack/react-router';
import { useEffect, useRef, type SyntheticEvent } from 'react';
import { Answer } from '../alerts/Answer';
import { queryClient, typeQuery } from '../api/queries';
import type { Field, HomeBlock, Person, RecordType, Row } from '../api/types';
import { useApp, type App } from '../app';
import { usePhone } from '../kit/useMedia';
import { Avatar, Pill } from '../kit/Bits';
import { IconButton } from '../kit/Button';
import { Icon } from '../kit/Icon';
import { isDate, isNumber, isToned, missedAt } from '../meta/paths';
import { phoneOf } from '../meta/reach';
import { Call } from './Call';
import { daysBetween, nextYearly } from '../i18n/days';
import { wordsOf } from '../meta/Value';
import { loggedOn } from '../meta/append';
import { ending } from '../meta/lifecycle';
import { isAsked } from '../record/Invited';
import type { Logging } from './HomePage';

interface Props {
  block: HomeBlock;
  type: RecordType | undefined;
  log: (what: Logging) => void;
}

/** The first records of a list, a line each: what it is, when, and what can be done at once. */
export function DayBlock({ block, type, log }: Props) {
  const { t, l, fmt } = useApp();
  const title = l(block.label);
  // Other screens need not ask for what is known of these records already.
  useEffect(() => {
    if (type) queryClient.setQueryData(typeQuery(type.name).queryKey, (known) => known ?? type);
  }, [type]);
  const box = useRef<HTMLElement>(null);
  /** the line that something was written about, and where it stood */
  const left = useRef<{ id: string; place: number }>(undefined);
  /** Whoever takes up another line is not called back. */
  const elsewhere = ({ target }: SyntheticEvent) => {
    const lines = [...(box.current?.querySelectorAll('.day-lines > li') ?? [])];
    const line = (target as Element).closest('.day-lines > li');
    if (line && lines.indexOf(line) !== left.current?.place) left.current = undefined;
  };
  useEffect(() => {
    if (!left.current || block.rows.some(({ id }) => id === left.current?.id)) return;
    const lines = [...(box.current?.querySelectorAll('.day-lines > li') ?? [])].slice(left.current.place);
    left.current = undefined;
    if (document.activeElement !== document.body) return;
    const next = lines.map((line) => line.querySelector<HTMLElement>(':scope > button')).find((button) => button);
    (next ?? box.current?.querySelector<HTMLElement>('.block-head a'))?.focus();
  }, [block.rows]);
  if (!type) return null;
  const { total } = block;
  return (
    <section ref={box} className="card pad" aria-label={title} onFocusCapture={elsewhere}>
      <div className="row-gap block-head">
        <Icon name={type.icon} />
        <h2>{title}</h2>
        {block.rows.length === 0 && <small className="dim">{t('home.none')}</small>}
        {total && total.value > 0 && (
          <span className="count">{fmt.number(total.value) + (total.exact ? '' : '+')}</span>
        )}
        <span className="grow" />
        <Link to="/list/$entity" params={{ entity: block.entity }} search={{ view: block.view }}>
          {t('home.all')}
        </Link>
      </div>
      <ul className="day-lines">
        {block.rows.map((row, place) => (
          <Line
            key={row.id}
            block={block}
            type={type}
            row={row}
            log={(what) => {
              left.current = { id: row.id, place };
              log(what);
            }}
          />
        ))}
      </ul>
    </section>
  );
}

function Line({ block, type, row, log }: Props & { type: RecordType; row: Row }) {
  const app = useApp();
  const { t, boot, fmt } = app;
  const narrow = usePhone();
  const name = String(row[type.titleField] ?? '');
  const fields = block.columns
    .map((path) => type.fields.find((field) => field.name === path))
    .filter((field): field is Field => field !== undefined && field.name !== type.titleField);
  const when = fields.find(isDate);
  const activity = type.name === 'activity';
  const state = type.lifecycle?.field;
  const said = fields
    .filter((field) => !isDate(field) && field.kind !== 'parts' && field.name !== 'owner')
    // How far a deal is, is said of each; that a task is open goes without saying.
    .filter((field, i) => (field.name === state && !activity) || tells(field, row[field.name], i, field.name === state))
    // On the phone a title is read whole, and there is little room beside it.
    .filter((field) => !narrow || !name.includes(wordsOf(field, row[field.name], app) || '–'))
    .slice(0, narrow ? 2 : 3);
  const stored = when && row[when.name] ? String(row[when.name]) : '';
  const moment = stored && when?.name === block.yearly ? nextYearly(stored, fmt.today()) : stored;
  const over = when && when.name !== block.yearly ? missedAt(type, row, when, fmt) : '';
  const lastDay = type.ends?.day ? (row[type.ends.day] as string | null) : null;
  const owner = row['owner'] as Person | null | undefined;
  const phone = phoneOf(block.phones, row);
  const asked = activity && isAsked(row, boot.user.id);
  const about = loggedOn(app.entity('activity'), type, row);
  const loggable = activity ? !asked && ending(type, row, boot.user.id) : about;
  return (
    <li>
      <div className="grow tx">
        <Link to="/record/$entity/$id" params={{ entity: type.name, id: row.id }} className="strong" preload={false}>
          {name || '–'}
        </Link>
        <span className="said">
          {said.map((field) =>
            field.kind === 'pick' && isToned(field) ? (
              <Pill key={field.name} tone={field.options?.find((one) => one.code === row[field.name])?.tone}>
                {wordsOf(field, row[field.name], app)}
              </Pill>
            ) : (
              <small key={field.name} className={isNumber(field) ? 'num' : ''}>
                {wordsOf(field, row[field.name], app)}
              </small>
            ),
          )}
          {owner && owner.id !== boot.user.id && (
            <small className="whose">
              <Avatar name={app.called(owner)} id={owner.id} size={16} /> {app.called(owner)}
            </small>
          )}
        </span>
        {asked && <Answer activity={row.id} />}
      </div>
      {when && moment && (
        <small className={'when' + (over ? ' late' : '')} title={wordsOf(when, moment, app)}>
          {whenWords(when, moment, over, lastDay, app)}
        </small>
      )}
      {phone && <Call number={phone} who={name} />}
      {loggable && (
        <IconButton
          icon={activity ? 'check' : 'note'}
          label={t(activity ? 'log.finish' : 'log.about', { what: name })}
          onClick={() => log(activity ? { activity: row } : about ? { about } : {})}
        />
      )}
    </li>
  );
}

/** When it begins, as briefly as the day allows: of whole days the days, of what is late for how long. */
function whenWords(field: Field, moment: string, missed: string, lastDay: string | null, { fmt, t }: App): string {
  if (field.kind === 'date') return fmt.day(moment);
  const [first, today] = [fmt.dayOf(moment), fmt.today()];
  const days = missed ? daysBetween(fmt.dayOf(missed), today) : 0;
  if (days > 0) return t('home.late', { days });
  if (!lastDay) return first === today ? fmt.time(moment) : fmt.relative(moment);
  if (first > today) return fmt.day(first);
  return lastDay > today ? t('home.until', { day: fmt.brief(lastDay) }) : t('home.allDay');
}

/** Whether a value tells something in a line of every day: not the ordinary state, not a priority that is no news. */
function tells(field: Field, value: unknown, place: number, state: boolean): boolean {
  if (value === null || value === undefined || value === '') return false;
  if (place === 0 || field.kind !== 'pick' || !isToned(field)) return true;
  const tone = field.options?.find((one) => one.code === value)?.tone ?? 'neutral';
  return state ? tone !== 'neutral' : tone === 'warning' || tone === 'danger';
}
