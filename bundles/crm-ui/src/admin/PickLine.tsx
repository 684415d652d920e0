import type { PickRow, Tone } from '../api/types';
import { useApp } from '../app';
import { Pill } from '../kit/Bits';
import { IconButton } from '../kit/Button';
import { Check } from '../kit/Check';
import { NumberInput, TextInput } from '../kit/Input';
import { Select } from '../kit/Select';

const tones: Tone[] = ['neutral', 'info', 'accent', 'warning', 'success', 'danger'];
const known = ['open', 'won', 'lost', 'done', 'competitor'] as const;

interface LineProps {
  row: PickRow;
  /** records may carry this code, so it stays */
  saved: boolean;
  /** the phases that this list uses; none where its words have no phase */
  phases: string[];
  /** words of this list carry a percentage */
  percents: boolean;
  change: (next: Partial<PickRow>) => void;
  up: (() => void) | undefined;
  down: (() => void) | undefined;
}

/** One word of a pick list. */
export function PickLine({ row, saved, phases, percents, change, up, down }: LineProps) {
  const { t, l } = useApp();
  const name = l(row.label) || row.code;
  const phaseName = (phase: string) => {
    const word = known.find((one) => one === phase);
    return word ? t(`phase.${word}`) : phase;
  };
  return (
    <tr>
      <td>
        <span className="row-gap tight">
          <IconButton icon="up" label={t('picks.up', { name })} disabled={!up} onClick={up} />
          <IconButton icon="down" label={t('picks.down', { name })} disabled={!down} onClick={down} />
        </span>
      </td>
      <td>
        {saved ? (
          <code>{row.code}</code>
        ) : (
          <TextInput aria-label={t('picks.code')} value={row.code} onChange={(code) => change({ code })} />
        )}
      </td>
      <td>
        <TextInput
          aria-label={`${t('picks.th')} ${row.code}`}
          value={row.label.th}
          onChange={(th) => change({ label: { ...row.label, th } })}
        />
      </td>
      <td>
        <TextInput
          aria-label={`${t('picks.en')} ${row.code}`}
          value={row.label.en}
          onChange={(en) => change({ label: { ...row.label, en } })}
        />
      </td>
      {phases.length > 0 && (
        <td className="phase">
          <Select
            label={`${t('picks.phase')} ${row.code}`}
            placeholder={t('picks.noPhase')}
            clearable
            value={row.phase || null}
            options={phases.map((phase) => ({ value: phase, label: phaseName(phase) }))}
            onChange={(phase) => change({ phase: phase ?? '' })}
          />
        </td>
      )}
      {percents && (
        <td className="percent">
          <NumberInput
            aria-label={`${t('picks.percent')} ${row.code}`}
            decimals={2}
            value={row.percent ?? null}
            onChange={(percent) => change({ percent })}
          />
        </td>
      )}
      <td>
        <span className="row-gap">
          <span className="tone-select">
            <Select
              label={`${t('picks.tone')} ${row.code}`}
              placeholder={t('picks.noTone')}
              clearable
              value={row.tone ?? null}
              options={tones.map((tone) => ({ value: tone, label: t(`tone.${tone}`), tone }))}
              onChange={(tone) => change({ tone: (tone ?? undefined) as Tone | undefined })}
            />
          </span>
          {row.tone && name && <Pill tone={row.tone}>{name}</Pill>}
        </span>
      </td>
      <td>
        <Check
          label={`${t('picks.active')} ${row.code}`}
          checked={row.active}
          onChange={(active) => change({ active })}
        />
      </td>
    </tr>
  );
}
