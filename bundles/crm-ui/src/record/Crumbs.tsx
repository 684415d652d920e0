import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { L10n } from '../api/types';
import { useApp } from '../app';
import { Icon } from '../kit/Icon';

interface Props {
  entity: string;
  title: string | undefined;
  /** what they are called, also when their module was taken away */
  plural?: L10n | undefined;
  children?: ReactNode;
}

/** Where one is: the list of its kind, and the record itself once its name is known. */
export function Crumbs({ entity, title, plural, children }: Props) {
  const app = useApp();
  const known = app.entity(entity);
  return (
    <nav aria-label={app.t('record.crumbs')} className="crumbs">
      {known ? (
        <Link to="/list/$entity" params={{ entity }}>
          {app.l(known.plural)}
        </Link>
      ) : (
        <span>{app.l(plural)}</span>
      )}
      {title && (
        <>
          <Icon name="right" size={14} />
          <span className="tx" aria-current="page">
            {title}
          </span>
        </>
      )}
      <span className="grow" />
      {children}
    </nav>
  );
}
