import { useApp } from '../app';
import { Skeleton } from '../kit/Bits';

/** What will be with the one that stays: records that refer to the others, and all that is kept beside them. */
export function Moves({ moves }: { moves: Record<string, number> | undefined }) {
  const { t, l, fmt, entity } = useApp();
  if (!moves) return <Skeleton lines={2} />;
  return (
    <section className="card pad" aria-label={t('merge.moves')}>
      <h2>{t('merge.moves')}</h2>
      <ul className="moves">
        {Object.entries(moves)
          .filter(([name]) => entity(name))
          .map(([name, count]) => (
            <li key={name}>
              {l(entity(name)?.plural)} <strong className="num">{fmt.number(count)}</strong>
            </li>
          ))}
        <li>{t('merge.attached')}</li>
      </ul>
    </section>
  );
}
