import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { tableQuery, typeQuery } from '../api/queries';
import type { EntityName, RecordType } from '../api/types';
import { useApp } from '../app';
import { Block } from '../kit/Block';
import { Empty, Progress, Skeleton } from '../kit/Bits';
import { Failed } from '../kit/Failed';
import { Icon } from '../kit/Icon';
import { groupsOf, linkTo } from '../shell/nav';
import { NoRight } from '../shell/Crash';
import { useTitle } from '../shell/useTitle';
import { gapsOf, gapsQuestion } from './gaps';
import './customers.css';

/** Pages that keep the customer base complete and in the company, of those the person's menu has. */
const tools = ['import', 'recycle-bin', 'leaver'];

/** The customer base in one place: how complete each kind of record is, and every way to make it complete. */
export default function CustomerDataPage() {
  const { t, l, boot } = useApp();
  useTitle(t('base.title'));
  const kinds = boot.entities.filter((one) => one.duplicates);
  if (kinds.length === 0) return <NoRight />;
  const items = groupsOf(boot, '').flatMap((group) => group.items);
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('base.title')}</h1>
        <span className="grow" />
        {items
          .filter(({ item }) => tools.includes(item.target.page ?? ''))
          .map(({ item, href }) => (
            <Link key={item.id} {...linkTo(href)} className="btn plain">
              <Icon name={item.icon} />
              <span className="btn-text">{l(item.label)}</span>
            </Link>
          ))}
      </div>
      <p className="dim">{t('base.text')}</p>
      <div className="base-cards">
        {kinds.map((kind) => (
          <Block key={kind.name}>
            <Kind kind={kind} />
          </Block>
        ))}
      </div>
    </div>
  );
}

/** One kind of record: how many there are, what they lack, and what can be done. */
function Kind({ kind }: { kind: EntityName }) {
  const { l, t } = useApp();
  const { data: type, error, refetch } = useQuery(typeQuery(kind.name));
  const title = l(kind.plural);
  return (
    <section className="card pad stack" aria-label={title}>
      <div className="row-gap block-head">
        <Icon name={kind.icon} />
        <h2>
          <Link to="/list/$entity" params={{ entity: kind.name }}>
            {title}
          </Link>
        </h2>
      </div>
      {type ? <Filled type={type} /> : error ? <Failed error={error} again={refetch} /> : <Skeleton lines={5} />}
      <span className="grow" />
      <div className="row-gap">
        {type?.duplicates && type.access.update && (
          <Link to="/duplicates/$entity" params={{ entity: kind.name }} className="btn plain">
            <Icon name="search" />
            <span className="btn-text">{t('dup.find')}</span>
          </Link>
        )}
        {kind.import && (
          <Link to="/import" search={{ entity: kind.name }} className="btn quiet">
            <Icon name="import" />
            <span className="btn-text">{t('list.import')}</span>
          </Link>
        )}
      </div>
    </section>
  );
}

/** A line for each thing that records are known by: how many have it, and the way to those that lack it. */
function Filled({ type }: { type: RecordType }) {
  const { t, l, fmt } = useApp();
  const gaps = gapsOf(type, l);
  const { data, error, refetch } = useQuery(tableQuery(type.name, gapsQuestion(type, gaps)));
  if (error && !data) return <Failed error={error} again={refetch} />;
  if (!data) return <Skeleton lines={5} />;
  const [total = 0, ...lacking] = (data.rows[0] ?? []).map(Number);
  if (total === 0) return <Empty icon={type.icon ?? 'database'} title={t('base.none')} />;
  return (
    <>
      <p className="dim">{t('base.total', { number: fmt.number(total) })}</p>
      <ul className="base-gaps">
        {gaps.map(({ name, label, filter }, i) => {
          const absent = lacking[i] ?? 0;
          const share = `${fmt.number(Math.floor(((total - absent) / total) * 100))} %`;
          return (
            <li key={name}>
              <span className="tx">{label}</span>
              <Progress value={total - absent} total={total} label={t('base.have', { label, share })} />
              <span className="num">{share}</span>
              {absent > 0 ? (
                <Link to="/list/$entity" params={{ entity: type.name }} search={{ filters: [filter] }}>
                  {t('base.lack', { number: fmt.number(absent) })}
                </Link>
              ) : (
                <span className="dim">{t('base.whole')}</span>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
