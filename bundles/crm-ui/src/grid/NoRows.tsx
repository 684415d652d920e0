import { Link } from '@tanstack/react-router';
import type { RecordType, View } from '../api/types';
import { useApp } from '../app';
import { inside } from '../i18n/inside';
import { Empty } from '../kit/Bits';
import { Button } from '../kit/Button';
import { Icon } from '../kit/Icon';

interface Props {
  type: RecordType;
  view: View;
  filtered: boolean;
  clear: () => void;
  choose: (view: string) => void;
}

/** Says why nothing is here: the filter, the view, or there is nothing yet; and how to begin, or whom to ask. */
export function NoRows({ type, view, filtered, clear, choose }: Props) {
  const { t, l } = useApp();
  if (filtered) {
    return (
      <Empty icon="filter" title={t('list.noHit')}>
        <Button onClick={clear}>{t('list.clearFilters')}</Button>
      </Empty>
    );
  }
  const whole = view.filter && type.views.find((one) => !one.filter && one.mode !== 'board');
  const title = whole
    ? t('list.noneInView', { view: l(view.label) })
    : t('list.none', { what: inside(l(type.plural)) });
  const { create } = type.access;
  const bringIn = type.features.import && type.access.import;
  return (
    <Empty icon={type.icon ?? 'list'} title={title}>
      {whole && <Button onClick={() => choose(whole.id)}>{l(whole.label)}</Button>}
      {create && (
        <Link to="/new/$entity" params={{ entity: type.name }} className="btn solid">
          {t('list.newOf', { what: l(type.label) })}
        </Link>
      )}
      {bringIn && (
        <Link to="/import" search={{ entity: type.name }} className="btn plain">
          <Icon name="import" size={16} />
          <span className="btn-text">{t('list.import')}</span>
        </Link>
      )}
      {!whole && !create && !bringIn && <span className="dim">{t('list.askForMore')}</span>}
    </Empty>
  );
}
