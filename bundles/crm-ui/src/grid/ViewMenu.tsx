import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Suspense, useEffect, type ComponentProps } from 'react';
import { lazily } from '../kit/lazily';
import type { Query, RecordType, View } from '../api/types';
import { keepPins, keepView, pinsQuery, removeView, type Arranged, type Pin } from '../api/views';
import { useApp } from '../app';
import { Skeleton } from '../kit/Bits';
import { IconButton } from '../kit/Button';
import { confirm } from '../kit/confirm';
import { Icon } from '../kit/Icon';
import { Menu, type MenuEntry } from '../kit/Menu';
import { Pop } from '../kit/Pop';
import { toast } from '../kit/Toast';
import { isCompare, wholeFilter, presetKey, type Preset } from '../meta/filter';
import { isFollowable } from '../record/following';
import type { useLayout } from './layout';
import type { Change, ListState } from './state';

const KeepView = lazily(() => import('./KeepView'));

interface Props {
  type: RecordType;
  view: View;
  state: ListState;
  query: Query;
  layout: Pick<ReturnType<typeof useLayout>, 'order' | 'sizing' | 'pinned'>;
  mode?: 'table' | 'board';
  /** column of the groups, or of a board's lanes */
  group: string | undefined;
  choose: (view: string) => void;
  change: Change;
}

/** Keeping the list as it is arranged now; what was kept is changed, pinned and removed here too. */
export default function ViewMenu({ type, view, state, query, layout, mode = 'table', group, choose, change }: Props) {
  const { t, l } = useApp();
  const navigate = useNavigate();
  const pins = useQuery(pinsQuery).data ?? [];
  const period =
    state.period && 'preset' in state.period ? t(`period.${presetKey(state.period.preset as Preset)}`) : '';
  const changed = Boolean(
    state.q || state.filters || state.period || state.letter || state.sort || state.group || state.off || state.by,
  );
  const arranged = (): Omit<Arranged, 'name' | 'audience'> => {
    const filter = wholeFilter(query);
    return {
      entity: type.name,
      columns: layout.order,
      widths: layout.sizing,
      sort: query.sort ?? [],
      mode,
      pinned: layout.pinned,
      ...(group ? { group } : {}),
      ...(filter ? { filter } : {}),
    };
  };
  const keepAs = async (name: string, audience: string, team?: string, before?: View['saved']) => {
    const kept = await keepView({ ...arranged(), name, audience, ...(team ? { team } : {}) }, before);
    toast(t('view.kept', { view: name }));
    choose(kept.id);
  };
  const refused = (error: Error) => toast(error.message, 'danger');
  usePins(type, pins);
  const pinned = pins.some((pin) => pin.entity === type.name && pin.view === view.id);
  const others = pins.filter((pin) => pin.entity !== type.name || pin.view !== view.id);
  const entries: MenuEntry[] = [
    {
      key: 'pin',
      label: t(pinned ? 'view.unpin' : 'view.pin'),
      icon: 'pinned',
      onSelect: () =>
        void keepPins(
          pinned
            ? others
            : [...others, { entity: type.name, view: view.id, label: view.label, board: mode === 'board' }],
        ),
    },
  ];
  const { saved } = view;
  if (saved?.mine) {
    entries.push(
      {
        key: 'overwrite',
        label: t('view.overwrite'),
        icon: 'check',
        onSelect: () => void keepAs(l(view.label), saved.audience, saved.team, saved).catch(refused),
      },
      {
        key: 'remove',
        label: t('view.remove'),
        icon: 'trash',
        danger: true,
        onSelect: () =>
          void confirm({
            title: t('view.remove'),
            text: t(saved.audience === 'private' ? 'view.removeOwn' : 'view.removeSure', { view: l(view.label) }),
            ok: t('act.delete'),
            danger: true,
          }).then(async (sure) => {
            if (!sure) return;
            choose(type.views[0]?.id ?? '');
            await removeView(type.name, saved.id).catch((error: Error) => {
              choose(view.id);
              refused(error);
            });
          }),
      },
    );
  }
  const filters = state.filters ?? [];
  const only = (value: '@followed' | '@shared', label: string, icon: string): MenuEntry => {
    const rest = filters.filter((one) => !isCompare(one) || one.value !== value);
    const checked = rest.length < filters.length;
    const onSelect = () => change({ filters: checked ? rest : [...filters, { field: 'id', op: 'in', value }] });
    return { key: value, label, icon, checked, onSelect };
  };
  const narrowing: MenuEntry[] = [
    ...(isFollowable(type) ? [only('@followed', t('follow.followed'), 'eye')] : []),
    ...(type.fields.some(({ name }) => name === 'owner') ? [only('@shared', t('share.shared'), 'share')] : []),
  ];
  const find = () => void navigate({ to: '/duplicates/$entity', params: { entity: type.name } });
  const whole: MenuEntry[] =
    type.duplicates && type.access.update
      ? [{ key: 'duplicates', label: t('dup.find'), icon: 'merge', onSelect: find }]
      : [];
  return (
    <>
      <Naming
        label={t('view.keep')}
        place={`view/new/${view.id}`}
        view={view}
        suggested={[l(view.label), period].filter(Boolean).join(' · ')}
        keep={(name, audience, team) => keepAs(name, audience, team)}
        trigger={(trigger) => (
          <button type="button" className={'btn quiet short view-keep' + (changed ? ' on' : '')} {...trigger}>
            <Icon name="star" size={16} />
            <span className="btn-text">{t('view.keep')}</span>
          </button>
        )}
      />
      {saved?.mine && (
        <Naming
          label={t('view.rename')}
          place={`view/name/${view.id}`}
          view={view}
          suggested={l(view.label)}
          keep={keepAs}
          trigger={(trigger) => <IconButton icon="pencil" label={t('view.rename')} {...trigger} />}
        />
      )}
      <Menu
        label={t('view.more')}
        groups={[{ entries: narrowing }, { entries }, { entries: whole }]}
        trigger={(trigger) => <IconButton icon="dots" label={t('view.more')} {...trigger} />}
      />
    </>
  );
}

/** What is pinned of a kind of record is called as its views are, and goes with them. */
function usePins(type: RecordType, pins: Pin[]) {
  const now = pins.flatMap((pin) => {
    const view = pin.entity === type.name ? type.views.find((one) => one.id === pin.view) : undefined;
    return pin.entity !== type.name ? [pin] : view ? [{ ...pin, label: view.label }] : [];
  });
  const [kept, wanted] = [JSON.stringify(pins), JSON.stringify(now)];
  useEffect(() => {
    if (wanted !== kept) void keepPins(JSON.parse(wanted) as Pin[]);
  }, [wanted, kept]);
}

interface NamingProps {
  label: string;
  place: string;
  view: View;
  suggested: string;
  keep: ComponentProps<typeof KeepView>['keep'];
  trigger: ComponentProps<typeof Pop>['trigger'];
}

/** Asks under a button what the view is to be called, and for whom it is. */
function Naming({ label, keep, trigger, ...asked }: NamingProps) {
  return (
    <Pop label={label} width={280} trigger={trigger}>
      {(close) => (
        <Suspense fallback={<Skeleton lines={2} />}>
          <KeepView
            {...asked}
            keep={async (...kept) => {
              await keep(...kept);
              close();
            }}
          />
        </Suspense>
      )}
    </Pop>
  );
}
