import { useQueryClient, type InfiniteData } from '@tanstack/react-query';
import { useState } from 'react';
import { api, at } from '../api/client';
import type { Fix, Fixed, RowPage } from '../api/imports';
import { toast } from '../kit/Toast';
import type { CellText } from './cells';

export interface Corrections {
  fix: (row: number, column: number, text: CellText) => Promise<void>;
  /** lets the correction of a cell count for all that say the same */
  fixAll: (row: number, column: number, was: string, text: CellText) => Promise<void>;
  takeBack: (fix: Fix) => Promise<void>;
  /** decides what is done with a row that may be there already */
  decide: (row: number, choice: string, record: string | undefined) => Promise<void>;
  /** whether anything was corrected since all rows were checked */
  changed: boolean;
}

/** Corrects cells of an import; what was checked again stands in the list at once, where it stood before. */
export function useCorrections(id: string, key: unknown[]): Corrections {
  const client = useQueryClient();
  const [changed, setChanged] = useState(false);
  const send = async (method: 'POST' | 'DELETE', body: object, what = 'cells') => {
    const fixed = await api<Fixed>(at('imports', id, what), { method, body });
    setChanged(true);
    const now = new Map(fixed.rows.map((one) => [one.row, one]));
    client.setQueryData<InfiniteData<RowPage>>(key, (data) => data && { ...data, pages: data.pages.map(renewed) });
    function renewed(page: RowPage): RowPage {
      return { ...page, summary: fixed.summary, items: page.items.map((one) => now.get(one.row) ?? one) };
    }
    if (fixed.touched > fixed.rows.length) await client.invalidateQueries({ queryKey: key });
  };
  const said = (work: Promise<unknown>) =>
    work.then(() => undefined).catch((error: Error) => toast(error.message, 'danger'));
  const own = (column: number, line: number) => send('DELETE', { row: line, column });
  return {
    changed,
    fix: (line, column, text) => send('POST', { row: line, column, ...text }),
    fixAll: (line, column, was, text) => said(send('POST', { column, was, ...text }).then(() => own(column, line))),
    decide: (row, choice, record) => said(send('POST', { row, choice, record }, 'choices')),
    takeBack: (fix) => said(send('DELETE', { row: fix.row, column: fix.column, was: fix.was })),
  };
}
