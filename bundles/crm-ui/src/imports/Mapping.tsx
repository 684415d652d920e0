import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, at } from '../api/client';
import type { Import, ImportChange, ImportMode } from '../api/imports';
import { typeQuery } from '../api/queries';
import type { RecordType } from '../api/types';
import { useApp } from '../app';
import { Skeleton } from '../kit/Bits';
import { ErrorText } from '../kit/ErrorText';
import { Button } from '../kit/Button';
import { Check } from '../kit/Check';
import { Field } from '../kit/Field';
import { Failed } from '../kit/Failed';
import { NumberInput } from '../kit/Input';
import { Select } from '../kit/Select';
import { Table } from '../kit/Table';
import { toast } from '../kit/Toast';
import { useColumns } from '../meta/paths';
import { EraOf, Samples } from './Days';
import { ForAll } from './ForAll';
import { JoinedLater } from './Joined';
import { OwnerOfAll } from './OwnerOfAll';
import { enterable, furtherAt, useFurther, type Further } from './useFurther';

const charsets = ['UTF-8', 'x-windows-874', 'TIS-620', 'UTF-16'];
/** Which column of the file goes into which field, with samples of what stands in it. */
export function Mapping({ given, starting, check }: { given: Import; starting: boolean; check: () => void }) {
  const { t, l } = useApp();
  const client = useQueryClient();
  const { data: type, error, refetch } = useQuery(typeQuery(given.entity));
  const [busy, setBusy] = useState(false);
  const further = useTakenToo(type, given);
  if (error && !type) return <Failed error={error} again={refetch} />;
  if (!type) return <Skeleton />;
  const change = async (next: ImportChange) => {
    setBusy(true);
    try {
      const body: ImportChange = { mode: given.mode ?? 'create', ...next };
      const answer = await api<Import>(at('imports', given.id), { method: 'PATCH', body });
      client.setQueryData(['import', given.id], { ...given, ...next, ...answer });
    } catch (problem) {
      toast((problem as Error).message, 'danger');
    } finally {
      setBusy(false);
    }
  };
  const into = (column: Import['columns'][number], field: string | null) =>
    void change({ columns: [{ index: column.index, field: field || null }] });
  /** Of two columns with one header one is left out, which is easily overlooked. */
  const sameOf = ({ index, header, field }: Import['columns'][number]) => {
    const same = given.columns.find((one) => one.index !== index && one.field && header && one.header === header);
    return same && !field ? t('imports.sameHeader', { number: same.index + 1 }) : '';
  };
  const fields = enterable(type);
  const taken = new Set(given.columns.map((column) => column.field).filter(Boolean));
  // What the form does not ask for, such as a full name, the server puts together itself.
  const asked = new Set(type.form.sections.flatMap((section) => section.fields));
  const missing =
    given.mode === 'update'
      ? []
      : fields.filter(
          (field) =>
            field.required &&
            field.value === undefined &&
            asked.has(field.name) &&
            ![...taken].some((path) => path?.split('.')[0] === field.name),
        );
  const options = [
    { value: '', label: t('imports.ignore'), hint: '' },
    ...fields.map((field) => ({
      value: field.name,
      label: l(field.label),
      hint: field.required ? t('form.must') : '',
    })),
    ...further.map(({ path, label, makes }) => ({ value: path, label, hint: makes ? t('imports.makes') : '' })),
  ];
  return (
    <>
      <div className="card pad">
        <Reading given={given} change={(next) => void change(next)} />
      </div>
      <div className="card pad" aria-busy={busy}>
        <Table
          label={t('imports.step2')}
          heads={[t('imports.column'), t('imports.field'), t('imports.samples')]}
          look="mapping"
        >
          {given.columns.map((column) => (
            <tr key={column.index}>
              <th scope="row">
                <span className="two-lines">
                  <span>{column.header || `#${column.index + 1}`}</span>
                  <small className="dim">{sameOf(column)}</small>
                </span>
              </th>
              <td>
                <div className="row-gap">
                  <div className="grow">
                    <Select
                      label={`${t('imports.field')}: ${column.header}`}
                      value={column.field ?? ''}
                      options={options.filter((one) => one.value === column.field || !taken.has(one.value))}
                      onChange={(field) => into(column, field)}
                    />
                  </div>
                  {column.field && (
                    <Button
                      look="quiet"
                      aria-label={`${t('imports.ignore')}: ${column.header}`}
                      onClick={() => into(column, null)}
                    >
                      {t('imports.ignore')}
                    </Button>
                  )}
                </div>
                {column.days && (
                  <EraOf column={column} change={(era) => void change({ columns: [{ index: column.index, era }] })} />
                )}
              </td>
              <td className="samples dim">
                <Samples column={column} />
              </td>
            </tr>
          ))}
        </Table>
      </div>
      {missing.length > 0 && (
        <ErrorText>{t('imports.required', { fields: missing.map((field) => l(field.label)).join(', ') })}</ErrorText>
      )}
      <div className="row-gap end">
        <Button look="solid" busy={starting} disabled={busy || missing.length > 0 || taken.size === 0} onClick={check}>
          {t('imports.check')}
        </Button>
      </div>
    </>
  );
}

/** Beside its own fields: what else it can take, and the ways to others the server found. */
function useTakenToo(type: RecordType | undefined, given: Import): Pick<Further, 'path' | 'label' | 'makes'>[] {
  const further = useFurther(type);
  const found = given.columns.flatMap(({ field }) => (field?.includes('.') ? [field] : []));
  const others = found.filter((path) => !further.some((one) => one.path === path));
  const columns = useColumns(type, others);
  return [
    ...further,
    ...others.map((path) => ({ path, label: (furtherAt(further, path) ?? columns.get(path))?.label ?? path })),
  ];
}

function Reading({ given, change }: { given: Import; change: (next: ImportChange) => void }) {
  const { t, l, may } = useApp();
  const configures = may('core.configure');
  const { data: type } = useQuery(typeQuery(given.entity));
  const separators = [
    { value: ',', label: t('imports.comma') },
    { value: ';', label: t('imports.semicolon') },
    { value: '\t', label: t('imports.tab') },
    { value: '|', label: t('imports.pipe') },
  ];
  const [header, setHeader] = useState<number | null>(given.headerRow);
  const creates = (given.mode ?? 'create') === 'create';
  const modes: ImportMode[] = ['create', 'update', 'both'];
  const keys = enterable(type).filter((field) => !['bool', 'textarea'].includes(field.kind));
  const cards = !given.separator && !given.sheets?.length;
  const known = charsets.some((one) => one.toLowerCase() === given.charset?.toLowerCase());
  return (
    <div className="stack">
      <div className="row-gap wrap">
        <strong>{given.file}</strong>
        {given.rows !== undefined && (
          <span className="dim">{t('list.count', { count: given.rows, number: String(given.rows) })}</span>
        )}
      </div>
      <div className="fields">
        <Field label={t('imports.mode')}>
          {(ids) => (
            <Select
              id={ids.id}
              value={given.mode ?? 'create'}
              options={modes.map((mode) => ({ value: mode, label: t(`imports.${mode}`) }))}
              onChange={(mode) => change({ mode: (mode ?? 'create') as ImportMode })}
            />
          )}
        </Field>
        <Field label={t(creates ? 'imports.refuseBy' : 'imports.key')}>
          {(ids) => (
            <Select
              id={ids.id}
              value={given.key || null}
              options={keys.map((field) => ({ value: field.name, label: l(field.label) }))}
              clearable={creates}
              onChange={(key) => change({ key: key ?? '' })}
            />
          )}
        </Field>
        {given.mode !== 'update' && <ForAll given={given} />}
        {given.mode !== 'update' && <OwnerOfAll given={given} type={type} change={change} />}
        {given.sheets && given.sheets.length > 0 ? (
          <Field label={t('imports.sheet')}>
            {(ids) => (
              <Select
                id={ids.id}
                value={given.sheet ?? null}
                options={(given.sheets ?? []).map((sheet) => ({ value: sheet, label: sheet }))}
                onChange={(sheet) => sheet && change({ sheet })}
              />
            )}
          </Field>
        ) : (
          <>
            <Field label={t('imports.charset')}>
              {(ids) => (
                <Select
                  id={ids.id}
                  value={
                    charsets.find((one) => one.toLowerCase() === given.charset?.toLowerCase()) ?? given.charset ?? null
                  }
                  options={[...(known || !given.charset ? [] : [given.charset]), ...charsets].map((one) => ({
                    value: one,
                    label: one.replace('x-', ''),
                  }))}
                  onChange={(charset) => charset && change({ charset })}
                />
              )}
            </Field>
            {!cards && (
              <Field label={t('imports.separator')}>
                {(ids) => (
                  <Select
                    id={ids.id}
                    value={given.separator ?? null}
                    options={separators}
                    onChange={(separator) => separator && change({ separator })}
                  />
                )}
              </Field>
            )}
          </>
        )}
        {!cards && (
          <Field label={t('imports.headerRow')}>
            {(ids) => (
              <NumberInput
                {...ids}
                value={header}
                onChange={setHeader}
                onBlur={() => header !== null && header !== given.headerRow && change({ headerRow: header })}
              />
            )}
          </Field>
        )}
      </div>
      <JoinedLater given={given} />
      {configures && (
        <Check checked={given.createPickValues ?? false} onChange={(createPickValues) => change({ createPickValues })}>
          {t('imports.createPicks')}
        </Check>
      )}
    </div>
  );
}
