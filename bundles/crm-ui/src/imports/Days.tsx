import type { ImportColumn } from '../api/imports';
import { useApp } from '../app';
import { Select } from '../kit/Select';

interface Props {
  column: ImportColumn;
  change: (era: ImportColumn['era']) => void;
}

/** How the years of a column of dates are meant. */
export function EraOf({ column, change }: Props) {
  const { t } = useApp();
  const options = [
    { value: '', label: t('imports.eraFound') },
    { value: 'BE', label: t('era.BE') },
    { value: 'CE', label: t('era.CE') },
  ];
  return (
    <Select
      label={`${t('user.era')}: ${column.header}`}
      value={column.era ?? ''}
      options={options}
      onChange={(era) => change(era === 'BE' || era === 'CE' ? era : '')}
    />
  );
}

/** What stands in a column; of dates also the days they are read as. */
export function Samples({ column: { samples, days } }: Pick<Props, 'column'>) {
  const { t, fmt } = useApp();
  const read = (i: number) => {
    if (!days) return '';
    return ` → ${days[i] ? fmt.day(days[i]) : t('imports.failed')}`;
  };
  const shown = samples.map((sample, i) => sample && sample + read(i)).filter(Boolean);
  return <>{shown.slice(0, 3).join(' · ')}</>;
}
