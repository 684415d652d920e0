import { useApp } from '../app';
import { RangeInput } from '../kit/DateInput';
import type { Period } from './state';

export default function PeriodRange(props: {
  period: Period | undefined;
  change: (range: [string, string] | undefined) => void;
}) {
  const { t, era } = useApp();
  const { period } = props;
  return (
    <div className="field">
      <span className="label">{t('period.free')}</span>
      <RangeInput
        era={era}
        label={t('period.free')}
        value={period && 'from' in period ? [period.from, period.to] : null}
        placeholders={[t('period.from'), t('period.to')]}
        onChange={(range) => props.change(range ?? undefined)}
      />
    </div>
  );
}
