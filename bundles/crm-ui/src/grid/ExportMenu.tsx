import { useState } from 'react';
import type { Page, Query, RecordType, View } from '../api/types';
import { useApp } from '../app';
import { Icon } from '../kit/Icon';
import { Menu } from '../kit/Menu';
import { toast } from '../kit/Toast';
import { exported } from './exported';

const toggled = (all: string[], one: string) => (all.includes(one) ? all.filter((x) => x !== one) : [...all, one]);
const formats = ['xlsx', 'csv', 'txt', 'html'] as const;

/**
 * Takes the list as a file: the columns in their order, and behind them the chosen lists inside of records, such as
 * addresses, or all other fields, of all rows of the question; a long one is written by a job.
 */
export default function ExportMenu({
  type,
  view,
  query,
  columns,
  by,
  total,
}: {
  type: RecordType;
  view: View;
  query: Query;
  columns: string[];
  /** by which the list is grouped: the rows of a group stand together in the file too */
  by: string | undefined;
  total: Page['total'];
}) {
  const { t, l } = useApp();
  const [busy, setBusy] = useState(false);
  const [whole, setWhole] = useState(false);
  const [chosen, setChosen] = useState<string[]>([]);
  const lists = type.fields.filter((field) => field.kind === 'parts' && !columns.includes(field.name));
  const more = whole ? type.fields.map((field) => field.name) : chosen;
  const fields = [...new Set([...columns, ...more])];
  const take = async (format: string) => {
    const { filter, text, textField } = query;
    const sort = [...(by ? [{ path: by }] : []), ...(query.sort ?? []).filter(({ path }) => path !== by)];
    const title = `${l(type.plural)} – ${l(view.label)}`;
    setBusy(true);
    try {
      const body = { fields, filter, text, textField, sort, format, title };
      await exported(type.name, body, total?.exact === false);
    } catch (error) {
      toast((error as Error).message, 'danger');
    } finally {
      setBusy(false);
    }
  };
  return (
    <Menu
      label={t('list.export')}
      align="end"
      groups={[
        {
          title: t('list.exportColumns'),
          entries: [false, true].map((every) => ({
            key: String(every),
            label: t(every ? 'list.allFields' : 'list.seenColumns'),
            checked: whole === every,
            stays: true,
            onSelect: () => setWhole(every),
          })),
        },
        ...(lists.length > 0 && !whole
          ? [
              {
                title: t('list.exportParts'),
                entries: lists.map(({ name, label }) => ({
                  key: name,
                  label: l(label),
                  checked: chosen.includes(name),
                  several: true,
                  stays: true,
                  onSelect: () => setChosen(toggled(chosen, name)),
                })),
              },
            ]
          : []),
        {
          entries: [...formats, ...(type.features.cards ? (['vcf'] as const) : [])].map((format) => ({
            key: format,
            label: t(`list.${format}`),
            onSelect: () => void take(format),
          })),
        },
      ]}
      trigger={(trigger) => (
        <button type="button" className="btn plain short" aria-busy={busy} disabled={busy} {...trigger}>
          {busy ? <span className="spin" aria-hidden /> : <Icon name="download" size={16} />}
          <span className="btn-text">{t('list.export')}</span>
        </button>
      )}
    />
  );
}
