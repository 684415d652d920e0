import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Suspense } from 'react';
import { lazily } from '../kit/lazily';
import { accessQuery, recordQuery } from '../api/queries';
import type { RecordType } from '../api/types';
import { useApp } from '../app';
import { Skeleton } from '../kit/Bits';
import { Button, IconButton } from '../kit/Button';
import { copied } from '../kit/copied';
import { Value } from '../meta/Value';
import { letterOf } from '../meta/append';
import { titleOf } from '../meta/title';
import { remove } from '../record/remove';

const Timeline = lazily(() => import('../record/Timeline'), 'Timeline');

const empty = (value: unknown) => value === null || value === undefined || value === '' || value === false;

/** The record of the row one stands on, beside the list: its key facts and what happened last. */
export default function Preview({ type, id, close }: { type: RecordType; id: string; close: () => void }) {
  const { t, l } = useApp();
  const { data: record } = useQuery(recordQuery(type.name, id));
  const { data: access } = useQuery(accessQuery(type.name, id));
  const title = titleOf(type, record, l);
  const facts = type.fields.filter((field) => field.listed && field.name !== type.titleField && field.kind !== 'parts');
  return (
    <aside className="preview" aria-label={t('list.preview')}>
      <div className="row-gap">
        <h2 className="grow tx" title={title}>
          <Link to="/record/$entity/$id" params={{ entity: type.name, id }}>
            {title || '–'}
          </Link>
        </h2>
        <IconButton icon="close" label={t('act.close')} onClick={close} />
      </div>
      <div className="row-gap wrap">
        <a className="btn plain" href={`/record/${type.name}/${id}`} target="_blank" rel="noreferrer">
          <span className="btn-text">{t('list.newTab')}</span>
        </a>
        <Button
          icon="copy"
          onClick={() => void copied(`${location.origin}/record/${type.name}/${id}`, t('list.copied'))}
        >
          {t('list.copyLink')}
        </Button>
        {access?.delete && record && (
          <IconButton icon="trash" label={t('act.delete')} onClick={() => void remove(type, record, { t, l })} />
        )}
      </div>
      {record ? (
        <dl className="preview-facts">
          {facts
            .filter((field) => !empty(record[field.name]))
            .map((field) => (
              <div key={field.name}>
                <dt>{l(field.label)}</dt>
                <dd>
                  <Value field={field} value={record[field.name]} letter={letterOf(type, record)} />
                </dd>
              </div>
            ))}
        </dl>
      ) : (
        <Skeleton />
      )}
      <Suspense fallback={<Skeleton />}>
        <Timeline type={type} id={id} writable={false} />
      </Suspense>
    </aside>
  );
}
