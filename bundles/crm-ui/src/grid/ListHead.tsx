import { Link } from '@tanstack/react-router';
import { Suspense, useState, type ReactNode } from 'react';
import type { RecordType } from '../api/types';
import { useApp } from '../app';
import { Block } from '../kit/Block';
import { Button } from '../kit/Button';
import { Icon } from '../kit/Icon';
import { ahead } from '../kit/lazily';

const QuickCreate = ahead(() => import('../form/QuickCreate'));

/** The name of a list, and what can be done with all of it. */
export function ListHead({ type, children }: { type: RecordType; children: ReactNode }) {
  const { t, l } = useApp();
  const [creating, setCreating] = useState(false);
  return (
    <div className="page-head">
      <h1>{l(type.plural)}</h1>
      <span className="grow" />
      {type.board && (
        <Link to="/board/$entity" params={{ entity: type.name }} className="btn plain short">
          <Icon name="board" size={16} />
          <span className="btn-text">{t('list.board')}</span>
        </Link>
      )}
      <Block>
        <Suspense>{children}</Suspense>
      </Block>
      {type.features.import && type.access.import && (
        <Link to="/import" search={{ entity: type.name }} className="btn plain short">
          <Icon name="import" size={16} />
          <span className="btn-text">{t('list.import')}</span>
        </Link>
      )}
      {type.access.create && (
        <Button look="solid" icon="plus" className="short" onClick={() => setCreating(true)}>
          {t('list.new')}
        </Button>
      )}
      <Block close={() => setCreating(false)}>
        {creating && <QuickCreate entity={type.name} close={() => setCreating(false)} />}
      </Block>
    </div>
  );
}
