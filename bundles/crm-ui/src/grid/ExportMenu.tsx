import { useState } from 'react';
import type { Page, Query, RecordType, View } from '../api/types';
import { useApp } from '../boot/app';
import { Icon } from '../kit/Icon';
import { Menu } from '../kit/Menu';
import { toast } from '../kit/Toast';
import { exported } from './exported';

const formats = ['xlsx', 'csv', 'txt', 'html'] as const;

/** Takes the list as a file: the columns in their order, all rows of the question; a long one is written by a job. */
export default function ExportMenu({
  type,
  view,
  query,
  columns,
  total,
}: {
  type: RecordType;
  view: View;
  query: Query;
  columns: string[];
  total: Page['total'];
}) {
  const { t, l } = useApp();
  const [busy, setBusy] = useState(false);
  const take = async (format: string) => {
    const { filter, text, textField, sort } = query;
    const title = `${l(type.plural)} – ${l(view.label)}`;
    setBusy(true);
    try {
      const body = { fields: columns, filter, text, textField, sort, format, title };
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
          entries: formats.map((format) => ({
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
