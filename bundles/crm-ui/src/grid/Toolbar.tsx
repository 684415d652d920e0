import { Suspense, useCallback, type ComponentProps } from 'react';
import { lazily } from '../kit/lazily';
import type { RecordType, View } from '../api/types';
import { useApp } from '../app';
import { Skeleton } from '../kit/Bits';
import { Button } from '../kit/Button';
import { Icon } from '../kit/Icon';
import { SearchInput } from '../kit/Input';
import { Menu } from '../kit/Menu';
import { Pop } from '../kit/Pop';
import { isText, type Column } from '../meta/paths';
import type { useLayout } from './layout';
import { Letters } from './Letters';
import { PeriodMenu } from './PeriodMenu';
import { useSearched } from './searched';
import type { useListState } from './useList';

const Columns = lazily(() => import('./Columns'));
const Order = lazily(() => import('./Order'));
const FilterBuilder = lazily(() => import('./FilterBuilder'));

type State = Pick<ReturnType<typeof useListState>, 'state' | 'change'>;
interface Props extends State {
  type: RecordType;
  view: View;
  layout?: ReturnType<typeof useLayout>;
  columns: Column[];
  phone: boolean;
  selecting?: boolean;
  setSelecting?: (on: boolean) => void;
  preview?: boolean;
  peek?: () => void;
  /** the column the records are grouped by, and the way to another one */
  group?: string | undefined;
  groupBy?: (path: string | undefined) => void;
}

interface Worded {
  icon: string;
  words: string;
}

/** Search, period, filters and columns of a list. */
export function Toolbar({ type, view, state, change, layout, columns, phone, ...props }: Props) {
  const { t, l } = useApp();
  const search = useCallback((q: string) => change({ q }), [change]);
  const searched = useSearched(type.name);
  const texts = columns.filter((column) => isText(column.field) || column.field.kind === 'ref');
  const only = texts.find((column) => column.path === state.in);
  return (
    <div className="toolbar">
      <SearchInput
        value={state.q ?? ''}
        onSearch={search}
        label={only ? t('list.searchIn', { column: only.label }) : t('list.search')}
        clearLabel={t('list.clearSearch')}
        offered={searched.last}
        onFocus={searched.look}
        onBlur={(event) => searched.keep(event.target.value)}
      />
      <Menu
        label={t('list.searchColumn')}
        groups={[
          {
            entries: [
              { key: '*', label: t('list.allColumns'), checked: !only, onSelect: () => change({ in: undefined }) },
              ...texts.map((column) => ({
                key: column.path,
                label: column.label,
                checked: column === only,
                onSelect: () => change({ in: column.path }),
              })),
            ],
          },
        ]}
        trigger={(trigger) => (
          <button type="button" className="btn plain in-column" {...trigger}>
            <span className="btn-text">{only?.label ?? t('list.allColumns')}</span>
            <Icon name="down" size={14} />
          </button>
        )}
      />
      <Letters letter={state.letter} choose={(letter) => change({ letter })} />
      <PeriodMenu
        type={type}
        likely={(state.sort ?? view.sort)[0]?.path}
        period={state.period}
        change={(period) => change({ period })}
      />
      <Tool label={t('filter.title')} width={300} icon="filter" words={t('list.filter')}>
        {(close) => (
          <FilterBuilder
            type={type}
            extra={columns.filter((column) => !column.own)}
            add={(filter) => {
              change({ filters: [...(state.filters ?? []), filter] });
              close();
            }}
          />
        )}
      </Tool>
      {phone && props.groupBy && (
        <Tool label={t('list.order')} width={300} icon="sort" words={t('list.order')}>
          {() => (
            <Order
              {...{ type, columns }}
              sort={state.sort ?? view.sort}
              onSort={(sort) => change({ sort })}
              group={props.group}
              groupBy={props.groupBy!}
            />
          )}
        </Tool>
      )}
      <span className="grow" />
      {phone && props.setSelecting && (
        <button
          type="button"
          className="btn plain short"
          aria-pressed={props.selecting}
          onClick={() => props.setSelecting?.(!props.selecting)}
        >
          <Icon name="check" size={16} />
          <span className="btn-text">{t('list.choose')}</span>
        </button>
      )}
      {!phone && props.peek && (
        <button
          type="button"
          className="btn plain short"
          aria-pressed={props.preview}
          aria-keyshortcuts="Space"
          onClick={props.peek}
        >
          <Icon name="layout-sidebar" size={16} />
          <span className="btn-text">{t('list.preview')}</span>
        </button>
      )}
      {layout && (
        <Tool label={t('list.columns')} align="end" width={260} icon="columns" words={t('list.columns')}>
          {() => <Columns type={type} view={view} layout={layout} title={l(type.label)} />}
        </Tool>
      )}
    </div>
  );
}

/** A tool of the list: its button, and what it shows once that is loaded. */
function Tool({ icon, words, children, ...pop }: Omit<ComponentProps<typeof Pop>, 'trigger'> & Worded) {
  return (
    <Pop
      {...pop}
      trigger={(trigger) => (
        <Button icon={icon} className="short" {...trigger}>
          {words}
        </Button>
      )}
    >
      {(close) => <Suspense fallback={<Skeleton />}>{children(close)}</Suspense>}
    </Pop>
  );
}
