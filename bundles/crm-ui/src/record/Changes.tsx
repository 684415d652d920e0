import { useQueries, useQuery } from '@tanstack/react-query';
import { recordQuery, typeQuery } from '../api/queries';
import type { Change, Field, L10n, RecordType } from '../api/types';
import { useApp } from '../app';
import { wordsOf } from '../meta/Value';
import { PutBack } from './PutBack';
import { puttable } from './wayBack';

const verbs = ['create', 'update', 'delete', 'restore', 'merge', 'unmerge', 'erase'] as const;
type Verb = (typeof verbs)[number];

/** What was done, in words: of every record by its name, of an action as it is called; `by` behind who did it. */
export function useVerb(): (verb: string | undefined, label: L10n | undefined, by?: boolean) => string {
  const { t, l } = useApp();
  return (verb, label, by = false) => {
    const known = verbs.find((one): one is Verb => one === verb);
    const called = l(label);
    if (known ?? !called) return t(`history.${known ?? 'update'}`);
    return by ? t('history.did', { what: called }) : called;
  };
}

interface Props {
  type: RecordType;
  /** of which record */
  id: string;
  verb: string | undefined;
  changes: Change[];
}

/** The fields changed by one write; many of them are folded. */
export function Changes({ type, id, verb, changes }: Props) {
  const { t } = useApp();
  if (changes.length === 0) return null;
  const list = <ChangeList type={type} id={id} isNew={verb === 'create'} changes={changes} />;
  if (changes.length <= 3) return list;
  return (
    <details className="folded">
      <summary>{t(verb === 'create' ? 'history.fields' : 'history.changes', { count: changes.length })}</summary>
      {list}
    </details>
  );
}

function ChangeList({ type, id, isNew, changes }: Omit<Props, 'verb'> & { isNew: boolean }) {
  const app = useApp();
  const { data: record } = useQuery({ ...recordQuery(type.name, id), enabled: !isNew });
  const fields = useFields(type, changes);
  const words = (name: string, value: unknown) => {
    const field = fields(name);
    return (field ? wordsOf(field, value, app) : typeof value === 'object' ? '' : dated(String(value ?? ''))) || '–';
  };
  /** With whom something was shared is kept as names, each with the last day behind an arrow where there is one. */
  const dated = (names: string) =>
    names.replace(
      / → (\d{4}-\d\d-\d\d)/g,
      (_, day: string) => ` (${app.t('share.untilDay', { day: app.fmt.day(day) })})`,
    );
  return (
    <ul className="changes">
      {changes.map((change, i) => {
        const field = record && !isNew ? puttable(type, record, change, app.boot.user.id) : undefined;
        return (
          <li key={`${change.field}-${i}`}>
            <span className="dim">{app.l(change.label)}</span> {!isNew && <>{words(change.field, change.old)} → </>}
            <b>{words(change.field, change.new)}</b>
            {record && field && <PutBack type={type} record={record} field={field} change={change} />}
          </li>
        );
      })}
    </ul>
  );
}

/** Finds the field meant by `name` or `parts.name`. */
function useFields(type: RecordType, changes: Change[]): (name: string) => Field | undefined {
  const own = (name: string) => type.fields.find((field) => field.name === name);
  const lists = [
    ...new Set(changes.filter(({ field }) => field.includes('.')).map(({ field }) => field.split('.')[0])),
  ];
  const parts = lists.flatMap((list) => own(list ?? '')?.part ?? []);
  const answers = useQueries({ queries: parts.map((part) => typeQuery(part)) });
  return (name) => {
    const [list = '', inner] = name.split('.');
    if (inner === undefined) return own(name);
    const part = answers.find(({ data }) => data?.name === own(list)?.part)?.data;
    return part?.fields.find((field) => field.name === inner);
  };
}
