import { Link } from '@tanstack/react-router';
import type { RecordType } from '../api/types';
import { useApp } from '../app';
import { reasonWords, type Match } from './api';

/** The name of a match, which opens beside what is being written; of one that is hidden whom to ask. */
export function MatchName({ type, match }: { type: RecordType; match: Match }) {
  const { t } = useApp();
  if (!match.id) return <span>{match.owner ? t('dup.ask', { owner: match.owner }) : t('dup.askSomebody')}</span>;
  return (
    <Link to="/record/$entity/$id" params={{ entity: type.name, id: match.id }} target="_blank" preload={false}>
      {match.title || match.id}
    </Link>
  );
}

/** How likely it is the same, and why. */
export function MatchReason({ type, match }: { type: RecordType; match: Pick<Match, 'score' | 'reasons'> }) {
  const { l, fmt } = useApp();
  const words = reasonWords(type, match.reasons ?? [], l);
  return <span className="dim">{[words, `${fmt.number(match.score ?? 0)}%`].filter(Boolean).join(' · ')}</span>;
}
