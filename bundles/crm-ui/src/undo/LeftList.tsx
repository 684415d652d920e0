import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { typeQuery } from '../api/queries';
import { useApp } from '../app';
import { Skeleton } from '../kit/Bits';
import { Button } from '../kit/Button';
import { Check } from '../kit/Check';
import { Failed } from '../kit/Failed';
import { toast } from '../kit/Toast';
import { wordsOf } from '../meta/Value';
import { watchJob } from '../shell/Jobs';
import { insist, leftQuery, type LeftField, type LeftRecord } from './api';
import { choicesOf, keyOf, keysOf } from './choices';
import './undo.css';

const WORDS = {
  create: 'undone.made',
  update: '',
  delete: 'undone.deleted',
  pick: 'undone.pick',
  share: 'undone.share',
  note: 'undone.note',
  file: 'undone.file',
} as const;

/** What an undo left as it is, since somebody changed it meanwhile; the chosen is put back all the same. */
export default function LeftList({ undo, close }: { undo: string; close: () => void }) {
  const { t, fmt } = useApp();
  const { data, error, refetch, hasNextPage, fetchNextPage } = useInfiniteQuery(leftQuery(undo));
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set());
  if (error && !data) return <Failed error={error} again={refetch} />;
  if (!data) return <Skeleton lines={4} />;
  const items = data.pages.flatMap((page) => page.items);
  const all = items.flatMap(keysOf);
  const mark = (keys: string[], on: boolean) =>
    choose((before) => new Set(on ? [...before, ...keys] : [...before].filter((key) => !keys.includes(key))));
  const putBack = async () => {
    try {
      watchJob((await insist(undo, choicesOf(items, chosen))).job);
      close();
    } catch (problem) {
      toast((problem as Error).message, 'danger');
    }
  };
  return (
    <div className="stack">
      <p>{t('undone.left')}</p>
      <Check checked={chosen.size === all.length} some={chosen.size > 0} onChange={(on) => mark(all, on)}>
        {t('undone.all')}
      </Check>
      <ul className="left-list">
        {items.map((left) => (
          <Left key={left.step} left={left} chosen={chosen} mark={mark} />
        ))}
      </ul>
      <div className="row-gap wrap">
        {hasNextPage && <Button onClick={() => void fetchNextPage()}>{t('history.more')}</Button>}
        <Button look="solid" disabled={chosen.size === 0} onClick={() => void putBack()}>
          {t('undone.anyway', { number: fmt.number(chosen.size) })}
        </Button>
      </div>
    </div>
  );
}

interface Marking {
  left: LeftRecord;
  chosen: ReadonlySet<string>;
  mark: (keys: string[], on: boolean) => void;
}

function Left({ left, chosen, mark }: Marking) {
  const { t, fmt, called } = useApp();
  const words = WORDS[left.verb];
  const whole = keyOf(left.step);
  const name = left.label || left.record;
  return (
    <li>
      <div className="row-gap wrap">
        {left.fields.length === 0 && (
          <Check checked={chosen.has(whole)} label={name} onChange={(on) => mark([whole], on)} />
        )}
        {left.verb === 'pick' ? (
          <strong>{name}</strong>
        ) : (
          <Link to="/record/$entity/$id" params={{ entity: left.entity, id: left.record }} target="_blank">
            {name}
          </Link>
        )}
        {words && <span className="dim">{t(words)}</span>}
        {left.at && (
          <span className="dim">
            {left.by
              ? t('undone.by', { name: called(left.by), at: fmt.moment(left.at) })
              : t('undone.at', { at: fmt.moment(left.at) })}
          </span>
        )}
      </div>
      {left.fields.map((field) => (
        <FieldLine key={field.field} left={left} field={field} chosen={chosen} mark={mark} />
      ))}
    </li>
  );
}

function FieldLine({ left, field, chosen, mark }: Marking & { field: LeftField }) {
  const app = useApp();
  const { t, l } = app;
  const { data: type } = useQuery(typeQuery(left.entity));
  const key = keyOf(left.step, field.field);
  const known = type?.fields.find((one) => one.name === field.field);
  const words = (value: unknown) => (known && !known.part ? wordsOf(known, value, app) : String(value ?? '')) || '–';
  return (
    <div className="left-field">
      <Check checked={chosen.has(key)} onChange={(on) => mark([key], on)}>
        {l(field.label)}
      </Check>
      <dl>
        <dt>{t('undone.before')}</dt>
        <dd>{words(field.before)}</dd>
        <dt>{t('undone.byJob')}</dt>
        <dd>{words(field.made)}</dd>
        <dt>{t('undone.now')}</dt>
        <dd>{words(field.now)}</dd>
      </dl>
    </div>
  );
}
