import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../api/client';
import type { FormerImport } from '../api/imports';
import { useApp } from '../app';
import { WayBack } from '../undo/WayBack';
import '../undo/undo.css';

/** The imports of the last time, with the way back from each. */
export function Former() {
  const { t, l, fmt, boot } = useApp();
  const { data } = useQuery({
    queryKey: ['imports'],
    queryFn: () => api<{ items: FormerImport[] }>('/api/imports'),
    staleTime: 0,
  });
  if (!data || data.items.length === 0) return null;
  return (
    <section className="card pad stack">
      <h2>{t('undone.former')}</h2>
      <ul className="former-list">
        {data.items.map(({ id, entity, file, at, summary, undo }) => (
          <li key={id}>
            <Link to="/import" search={{ entity, id }}>
              {file}
            </Link>
            <span className="dim">{l(boot.entities.find((one) => one.name === entity)?.plural)}</span>
            <span className="dim">{fmt.moment(at)}</span>
            <span className="grow num">
              {t('imports.created')} {fmt.number(summary.create)} · {t('imports.updated')} {fmt.number(summary.update)}{' '}
              · {t('imports.failed')} {fmt.number(summary.failed)}
            </span>
            {undo !== 'over' && (
              <WayBack id={id} question={t('undone.importTitle', { file: file })} act={t('undone.import')} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
