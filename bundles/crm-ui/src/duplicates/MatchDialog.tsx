import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { rowsQuery } from '../api/queries';
import type { RecordType } from '../api/types';
import { useApp } from '../app';
import type { Values } from '../form/useForm';
import { Button } from '../kit/Button';
import { Dialog } from '../kit/Dialog';
import { Table } from '../kit/Table';
import { wordsOf } from '../meta/Value';
import { surest, type Match } from './api';
import { MatchName, MatchReason } from './MatchWords';

interface Props {
  type: RecordType;
  values: Values;
  matches: Match[];
  answer: (anyway: boolean) => void;
}

/** What is about to be saved beside what may be the same; of what one may not read only whom to ask. */
export default function MatchDialog({ type, values, matches, answer }: Props) {
  const app = useApp();
  const { t, l } = app;
  const names = (type.duplicates ?? []).flatMap((rule) => rule.of);
  const fields = type.fields.filter((field) => names.includes(field.name) && field.kind !== 'parts');
  const ids = matches.flatMap((match) => match.id ?? []);
  const filter = { field: 'id', op: 'in' as const, value: ids };
  const query = { fields: fields.map((field) => field.name), filter };
  const rows = useQuery({ ...rowsQuery(type.name, query), enabled: ids.length > 0 }).data?.items ?? [];
  const rowOf = (match: Match) => rows.find((row) => row.id === match.id);
  const compared = fields.filter((field) =>
    [values, ...rows].some((one) => wordsOf(field, one[field.name], app) !== ''),
  );
  const heads = [
    '',
    t('dup.yours'),
    ...matches.map((match, i) => (
      <span key={match.id ?? i} className="two-lines">
        <MatchName type={type} match={match} />
        <MatchReason type={type} match={match} />
      </span>
    )),
  ];
  const sure = surest(matches);
  const footer = (
    <>
      <Button onClick={() => answer(false)}>{t('dup.back')}</Button>
      <Button onClick={() => answer(true)}>{t('dup.anyway')}</Button>
      {sure?.id && (
        <Link
          to="/record/$entity/$id"
          params={{ entity: type.name, id: sure.id }}
          target="_blank"
          preload={false}
          className="btn solid"
          title={sure.title}
          onClick={() => answer(false)}
        >
          <span className="btn-text">{t('dup.open')}</span>
        </Link>
      )}
    </>
  );
  return (
    <Dialog title={t('dup.title')} onClose={() => answer(false)} footer={footer} width={860}>
      <p className="dim">{t('dup.text')}</p>
      <Table label={t('dup.title')} heads={heads} look="beside">
        <tr>
          <th scope="row">{t('dup.owner')}</th>
          <td>{app.me}</td>
          {matches.map((match, i) => (
            <td key={match.id ?? i}>{match.owner || '–'}</td>
          ))}
        </tr>
        {compared.map((field) => (
          <tr key={field.name}>
            <th scope="row">{l(field.label)}</th>
            <td>{wordsOf(field, values[field.name], app) || '–'}</td>
            {matches.map((match, i) => (
              <td key={match.id ?? i}>{wordsOf(field, rowOf(match)?.[field.name], app) || '–'}</td>
            ))}
          </tr>
        ))}
      </Table>
    </Dialog>
  );
}
