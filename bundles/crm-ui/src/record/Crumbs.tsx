import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useApp } from '../boot/app';
import { Icon } from '../kit/Icon';

interface Props {
  entity: string;
  title: string | undefined;
  children?: ReactNode;
}

/** Where one is: the list of its kind, and the record itself once its name is known. */
export function Crumbs({ entity, title, children }: Props) {
  const app = useApp();
  return (
    <nav aria-label={app.t('record.crumbs')} className="crumbs">
      <Link to="/list/$entity" params={{ entity }}>
        {app.l(app.entity(entity)?.plural)}
      </Link>
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
