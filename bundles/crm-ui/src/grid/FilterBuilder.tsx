import type { Compare, Field, Filter, Json, Op, RecordType, Ref } from '../api/types';
import { useApp } from '../app';
import { Editor } from '../form/Editor';
import { RefsSelect } from '../form/RefSelect';
import { Restored } from '../form/Restored';
import { useWritten } from '../form/useWritten';
import { DateInput } from '../kit/DateInput';
import { DayRange } from '../kit/DayRange';
import { Button } from '../kit/Button';
import { Check } from '../kit/Check';
import { NumberInput } from '../kit/Input';
import { Select } from '../kit/Select';
import { needsValue, opsOf, presetKey, presets, type Preset } from '../meta/filter';
import { isDate, isNumber, isToned, type Column } from '../meta/paths';

interface Props {
  type: RecordType;
  extra: Column[];
  /** what is changed; nothing for a new one */
  was?: Compare[];
  add: (filter: Filter) => void;
}
interface Draft {
  path: string;
  op: Op;
  value: unknown;
}

/** Field, comparison, value; further rows are alternatives ("or"). Each added filter is one chip, chips are "and". */
export default function FilterBuilder({ type, extra, was, add }: Props) {
  const { t, l } = useApp();
  const own = type.fields
    .filter((field) => field.filterable !== false && opsOf(field).length > 2 - Number(field.kind === 'bool'))
    .map((field): Column => ({ path: field.name, label: l(field.label), field, own: true }));
  const columns = [...own, ...extra];
  const fresh = (path = columns[0]?.path ?? ''): Draft => {
    const field = columns.find((column) => column.path === path)?.field;
    return { path, op: field ? (opsOf(field)[0] ?? '=') : '=', value: undefined };
  };
  const { written, forget, restored, ...kept } = useWritten<{ drafts: Draft[] }>(was ? '' : `filter/${type.name}`, {
    drafts: was?.map(({ field, op, value }) => ({ path: field, op, value })) ?? [fresh()],
  });
  const { drafts } = written;
  const setDrafts = (next: Draft[]) => kept.change({ drafts: next });
  const change = (i: number, draft: Draft) => setDrafts(drafts.map((one, at) => (at === i ? draft : one)));
  const ready = drafts.every((draft) => !needsValue(draft.op) || filled(draft.value));
  const finish = () => {
    const filters = drafts.flatMap(({ path, op, value }): Compare[] => {
      if (!needsValue(op)) return [{ field: path, op }];
      const given = columns.find((column) => column.path === path)?.field.kind === 'bool' ? value === true : value;
      return ofTeams({ field: path, op, value: given as Json });
    });
    const [only] = filters;
    forget();
    if (only) add(filters.length > 1 ? { any: filters } : only);
  };
  return (
    <form
      className="stack pad filter-builder"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) finish();
      }}
    >
      <Restored shown={restored} discard={forget} />
      {drafts.map((draft, i) => {
        const column = columns.find((one) => one.path === draft.path);
        return (
          <fieldset key={i} className="stack">
            <legend>{i === 0 ? t('filter.title') : t('op.or')}</legend>
            <Select
              label={t('filter.field')}
              value={draft.path}
              options={columns.map((one) => ({ value: one.path, label: one.label }))}
              onChange={(path) => change(i, fresh(path ?? undefined))}
            />
            {column && (
              <>
                <Select
                  label={t('filter.op')}
                  value={draft.op}
                  options={opsOf(column.field).map((op) => ({ value: op, label: t(`op.${op}`) }))}
                  onChange={(op) => change(i, { ...draft, op: (op ?? '=') as Op, value: undefined })}
                />
                {needsValue(draft.op) && (
                  <FilterValue
                    field={column.field}
                    op={draft.op}
                    value={draft.value}
                    teams={draft.path === 'owner' && draft.op === 'in' && own.some(({ path }) => path === 'team')}
                    onChange={(value) => change(i, { ...draft, value })}
                  />
                )}
              </>
            )}
          </fieldset>
        );
      })}
      <div className="row-gap">
        <Button look="quiet" icon="plus" onClick={() => setDrafts([...drafts, fresh()])}>
          {t('filter.or')}
        </Button>
        <span className="grow" />
        <Button look="solid" type="submit" disabled={!ready}>
          {t(was ? 'filter.change' : 'filter.add')}
        </Button>
      </div>
    </form>
  );
}

const filled = (value: unknown) =>
  Array.isArray(value)
    ? value.length > 0 && value.every((v) => v !== null)
    : value !== undefined && value !== null && value !== '';

const isTeam = (value: Json) => (value as Partial<Ref> | null)?.entity === 'team';

/** A team among the owners asks for what belongs to the team, whoever of it has it. */
function ofTeams(asked: Compare): Compare[] {
  const among = Array.isArray(asked.value) && asked.field === 'owner' ? asked.value : [];
  const teams = among.filter(isTeam);
  if (teams.length === 0) return [asked];
  const people = among.filter((one) => !isTeam(one));
  const ofTeam: Compare = { field: 'team', op: 'in', value: teams };
  return people.length > 0 ? [{ ...asked, value: people }, ofTeam] : [ofTeam];
}

interface ValueProps {
  field: Field;
  op: Op;
  /** whether teams may be chosen as well as people */
  teams: boolean;
  value: unknown;
  onChange: (value: unknown) => void;
}

function FilterValue({ field, op, teams, value, onChange }: ValueProps) {
  const { t, l } = useApp();
  const label = t('filter.value');
  if (field.kind === 'bool') {
    return (
      <Check checked={value === true} onChange={onChange}>
        {l(field.label)}
      </Check>
    );
  }
  if (op === 'within') {
    return (
      <Select
        label={label}
        value={typeof value === 'string' ? value : null}
        options={presets.map((preset: Preset) => ({ value: preset, label: t(`period.${presetKey(preset)}`) }))}
        onChange={onChange}
      />
    );
  }
  if (op === 'between' && isDate(field)) {
    return (
      <DayRange label={label} value={Array.isArray(value) ? (value as [string, string]) : null} onChange={onChange} />
    );
  }
  if (op === 'between' && isNumber(field)) return <NumberRange field={field} value={value} onChange={onChange} />;
  if (field.kind === 'pick' && (op === 'in' || op === 'notIn')) {
    return (
      <Select
        multiple
        label={label}
        value={Array.isArray(value) ? value.map(String) : []}
        options={(field.options ?? []).map((o) => ({
          value: o.code,
          label: l(o.label),
          tone: isToned(field) ? o.tone : undefined,
        }))}
        onChange={onChange}
      />
    );
  }
  if (field.kind === 'ref') return <RefValue {...{ field, teams, value, onChange }} />;
  // Instants are compared by day, too; and what is no day would be no question.
  if (isDate(field)) {
    return <DateInput label={label} value={typeof value === 'string' ? value : null} onChange={onChange} />;
  }
  const one: Field = field.kind === 'multipick' ? { ...field, kind: 'pick' } : field;
  const plain: Field = one.kind === 'textarea' ? { ...one, kind: 'text' } : one;
  return <Editor field={plain} value={value} onChange={onChange} label={label} asks />;
}

function NumberRange({ field, value, onChange }: Omit<ValueProps, 'op' | 'teams'>) {
  const { t } = useApp();
  const [low = null, high = null] = (Array.isArray(value) ? value : []) as (number | null)[];
  const decimals = field.decimals ?? 2;
  return (
    <div className="row-gap">
      <NumberInput
        aria-label={t('period.from')}
        value={low}
        decimals={decimals}
        onChange={(n) => onChange([n, high])}
      />
      <span>–</span>
      <NumberInput aria-label={t('period.to')} value={high} decimals={decimals} onChange={(n) => onChange([low, n])} />
    </div>
  );
}

/** One or several of those that are referred to; who looks is "me" to each who looks. */
function RefValue({ field, teams, value, onChange }: Omit<ValueProps, 'op'>) {
  const { t } = useApp();
  const entity = field.ref ?? '';
  const me: Ref = { id: '@me', label: t('value.me'), entity };
  const chosen = Array.isArray(value) ? (value as (Ref | string)[]) : [];
  return (
    <RefsSelect
      label={t('filter.value')}
      entity={entity}
      also={teams ? 'team' : undefined}
      first={entity === 'user' ? [me] : []}
      value={chosen.map((one) =>
        typeof one !== 'string' ? one : one === me.id ? me : { id: one, label: one, entity },
      )}
      onChange={(refs) => onChange(refs.map((one) => (one.id === me.id ? me.id : one)))}
    />
  );
}
