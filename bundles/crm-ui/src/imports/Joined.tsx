import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Import, JoinedSheet } from '../api/imports';
import { useApp } from '../app';
import { inside } from '../i18n/inside';
import { Button } from '../kit/Button';
import { toast } from '../kit/Toast';
import { beginSheet } from './begin';
import { useJoined } from './useJoined';

/** Goes on with a sheet of the same file whose rows belong to those just imported. */
export function Joined({ given }: { given: Import }) {
  const { t, l, entity } = useApp();
  const navigate = useNavigate();
  const [busy, setBusy] = useState('');
  const joined = useJoined(given);
  const begin = async ({ sheet, entity: kind }: JoinedSheet) => {
    setBusy(sheet);
    try {
      const { id } = await beginSheet(given.id, sheet);
      await navigate({ to: '/import', search: { entity: kind, id } });
    } catch (problem) {
      toast((problem as Error).message, 'danger');
    } finally {
      setBusy('');
    }
  };
  return (
    <>
      {joined.map((one) => (
        <Button key={one.sheet} icon="plus" busy={busy === one.sheet} onClick={() => void begin(one)}>
          {t('imports.sheetNext', { sheet: one.sheet, what: inside(l(entity(one.entity)?.plural)) })}
        </Button>
      ))}
    </>
  );
}

/** Says in good time that there is such a sheet. */
export function JoinedLater({ given }: { given: Import }) {
  const { t, l, entity } = useApp();
  return (
    <>
      {useJoined(given).map((one) => (
        <p key={one.sheet} className="dim">
          {t('imports.sheetLater', {
            next: t('imports.sheetNext', { sheet: one.sheet, what: inside(l(entity(one.entity)?.plural)) }),
          })}
        </p>
      ))}
    </>
  );
}
