import { Link } from '@tanstack/react-router';
import type { RecordType, View } from '../api/types';
import { useApp } from '../boot/app';
import { Empty } from '../kit/Bits';
import { Button } from '../kit/Button';

interface Props {
  type: RecordType;
  view: View;
  filtered: boolean;
  clear: () => void;
  choose: (view: string) => void;
}

/** Says why nothing is here: the filter, the view, or there is nothing yet. */
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
  const title = whole ? t('list.noneInView', { view: l(view.label) }) : t('list.none', { what: l(type.plural) });
  return (
    <Empty icon={type.icon ?? 'list'} title={title}>
      {whole && <Button onClick={() => choose(whole.id)}>{l(whole.label)}</Button>}
      {type.access.create && (
        <Link to="/new/$entity" params={{ entity: type.name }} className="btn solid">
          {t('list.newOf', { what: l(type.label) })}
        </Link>
      )}
    </Empty>
  );
}
