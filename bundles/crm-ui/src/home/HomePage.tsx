import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Block } from '../kit/Block';
import { lazily } from '../kit/lazily';
import { unreadQuery } from '../alerts/api';
import { homeQuery } from '../api/queries';
import type { Ref, Row } from '../api/types';
import { useApp } from '../app';
import { usePhone } from '../kit/useMedia';
import { Segments, Skeleton } from '../kit/Bits';
import { Button, IconButton } from '../kit/Button';
import { Failed } from '../kit/Failed';
import { useTitle } from '../shell/useTitle';
import { AlertsBlock } from './AlertsBlock';
import { arranged, news, useArrangement, type Part } from './arrangement';
import { DayBlock } from './DayBlock';
import { FirstSteps, useFirstSteps } from './FirstSteps';
import { RecentBlock } from './RecentBlock';

const QuickCreate = lazily(() => import('../form/QuickCreate'));
const LogDialog = lazily(() => import('../record/LogDialog'));
const Arrange = lazily(() => import('./Arrange'));

/** What the log dialog is about: a planned activity, a record, or whatever is chosen in it. */
export interface Logging {
  activity?: Row;
  about?: Ref;
}

/** My day: what is due, what is late, deals without a next step, what I opened last; a leader sees his team's. */
export default function HomePage() {
  const { t, l, fmt, me, entity } = useApp();
  const [of, setOf] = useState<'me' | 'team'>('me');
  const [open, setOpen] = useState<'create' | 'arrange' | null>(null);
  const [logging, setLogging] = useState<Logging | null>(null);
  const { data, error, refetch } = useQuery(homeQuery(of));
  const arrangement = useArrangement(data?.arrangement);
  const activity = entity('activity');
  const phone = usePhone();
  const [first, ...others] = data?.blocks.map((block): Part => ({ id: block.id, label: l(block.label), block })) ?? [];
  const parts: Part[] = [
    ...(first ? [first] : []),
    { id: 'alerts', label: t('alert.title') },
    ...others,
    { id: 'recent', label: t('home.recent') },
  ];
  const shown = arranged(parts, arrangement.value);
  const blocks = shown.flatMap(({ block }) => block ?? []);
  // What somebody is told is told to him, also where he looks at what his team has to do.
  const unread = useQuery({ ...unreadQuery, enabled: of === 'team' });
  const alerts = news((of === 'team' ? unread.data?.alerts : data?.alerts) ?? [], blocks);
  // Whose day holds nothing may be about to begin. Nothing is shown before that is known: it stands above the rest.
  const fresh = useFirstSteps(data !== undefined && blocks.every(({ rows }) => rows.length === 0));
  useTitle(t('nav.home'));
  const drawn = ({ id, block }: Part) => {
    if (block) return <DayBlock block={block} type={data?.types[block.entity]} log={setLogging} />;
    if (id === 'recent') return <RecentBlock log={setLogging} />;
    return alerts.length > 0 && <AlertsBlock alerts={alerts} log={setLogging} />;
  };
  return (
    <div className="page">
      <div className="page-head home-head">
        <div>
          <h1>{t('home.hello', { name: me })}</h1>
          <span className="dim">{fmt.day(fmt.today())}</span>
          {of === 'team' && <small className="dim of-team">{t('home.ofTeam')}</small>}
        </div>
        <span className="grow" />
        {data?.team && (
          <Segments
            label={t('home.of')}
            value={of}
            onChange={setOf}
            options={[
              { value: 'me', label: t('home.mine') },
              { value: 'team', label: t('home.team') },
            ]}
          />
        )}
        <IconButton icon="columns" label={t('home.arrange')} onClick={() => setOpen('arrange')} />
        {activity?.create && (
          <>
            <Button icon="phone" look={phone ? 'solid' : 'plain'} onClick={() => setLogging({})}>
              {t('log.title')}
            </Button>
            {!phone && (
              <Button look="solid" icon="plus" onClick={() => setOpen('create')}>
                {t('list.newOf', { what: l(activity.label) })}
              </Button>
            )}
          </>
        )}
      </div>
      {error && !data ? (
        <Failed error={error} again={refetch} />
      ) : data && fresh !== undefined ? (
        <div className="home-blocks">
          <Block>{fresh && <FirstSteps />}</Block>
          {shown.map((part) => (
            <Block key={part.id}>{drawn(part)}</Block>
          ))}
        </div>
      ) : (
        <Skeleton lines={12} />
      )}
      <Block close={() => setOpen(null)}>
        {open === 'create' && <QuickCreate entity="activity" close={() => setOpen(null)} />}
        {open === 'arrange' && data && <Arrange {...{ parts, arrangement }} close={() => setOpen(null)} />}
      </Block>
      <Block close={() => setLogging(null)}>
        {logging && <LogDialog {...logging} close={() => setLogging(null)} />}
      </Block>
    </div>
  );
}
