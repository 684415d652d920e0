import type { Tone } from '../api/types';
import { useApp, type App } from '../app';
import { Pill } from '../kit/Bits';

type When = 'overdue' | 'today' | 'planned';
const tones: Record<When, Tone> = { overdue: 'danger', today: 'warning', planned: 'success' };

function whenOf(at: string, fmt: App['fmt']): When {
  const day = fmt.dayOf(at);
  const today = fmt.today();
  return day < today ? 'overdue' : day === today ? 'today' : 'planned';
}

/** When the next activity begins, as words. */
export function nextWords(at: string, { fmt, t }: Pick<App, 'fmt' | 't'>, written = fmt.day): string {
  const when = whenOf(at, fmt);
  if (when === 'planned') return fmt.day(fmt.dayOf(at));
  if (when === 'overdue') return t('next.overdue', { day: written(fmt.dayOf(at)) });
  return fmt.isDay(at) ? t('next.allDay') : t('next.today', { time: fmt.time(at) });
}

/** Whether something is to be done about a record and how urgent it is, in words and in the colours used everywhere. */
export function NextDue({ at, short = false }: { at: unknown; short?: boolean }) {
  const app = useApp();
  if (typeof at !== 'string') {
    // A dot alone would have to be explained, and on a card are no words to spare.
    if (short) return <span className="unseen">{app.t('next.none')}</span>;
    return (
      <span className="pill next-none">
        <span className="tx">{app.t('next.none')}</span>
      </span>
    );
  }
  if (short) {
    return (
      <span className={`pill t-${tones[whenOf(at, app.fmt)]} next-short`} title={nextWords(at, app)}>
        <span className="unseen">{nextWords(at, app)}</span>
        {app.fmt.dayOf(at) === app.fmt.today() && !app.fmt.isDay(at)
          ? app.fmt.time(at)
          : app.fmt.brief(app.fmt.dayOf(at))}
      </span>
    );
  }
  return (
    <span className="tx" title={nextWords(at, app)}>
      <Pill tone={tones[whenOf(at, app.fmt)]}>{nextWords(at, app, app.fmt.brief)}</Pill>
    </span>
  );
}
