import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState, type FormEvent, type ReactNode } from 'react';
import { at, put } from '../api/client';
import type { Person, RecordType, Ref } from '../api/types';
import { useApp } from '../app';
import { Restored } from '../form/Restored';
import { useWritten } from '../form/useWritten';
import { instantOf } from '../i18n/format';
import { Skeleton } from '../kit/Bits';
import { ErrorText } from '../kit/ErrorText';
import { Button, IconButton } from '../kit/Button';
import { Failed } from '../kit/Failed';
import { Check } from '../kit/Check';
import { DateInput } from '../kit/DateInput';
import { Dialog } from '../kit/Dialog';
import { Icon } from '../kit/Icon';
import { toast } from '../kit/Toast';
import { Adding } from './People';
import { endOf, lastDay, levels, sharedWith, sharesQuery, type Share } from './sharing';
import { WhyButton } from './WhyButton';

interface ListProps {
  shares: Share[];
  change: (shares: Share[]) => void;
}

/** With whom, how far and how long. */
function Shares({ shares, change }: ListProps) {
  const { t, fmt, boot, called } = useApp();
  const zone = boot.company.timeZone;
  const set = (share: Share, part: Partial<Share>) =>
    change(shares.map((one) => (one === share ? { ...one, ...part } : one)));
  const until = (share: Share, date: string | null) => {
    const { until: _, ...endless } = share;
    const next = date ? { ...endless, until: endOf(date, (wall) => instantOf(wall, zone)) } : endless;
    change(shares.map((one) => (one === share ? next : one)));
  };
  const add = ({ entity, id, label }: Ref) =>
    change(sharedWith(shares, { kind: entity === 'team' ? 'team' : 'user', id, label }));
  return (
    <div className="stack">
      <ul className="shares">
        {shares.map((share) => (
          <li key={share.principal.id} className="card pad" aria-label={called(share.principal)}>
            <div className="row-gap">
              <Icon name={share.principal.kind === 'team' ? 'users-group' : 'user'} size={16} />
              <strong className="grow">{called(share.principal)}</strong>
              <IconButton
                label={t('share.end', { name: called(share.principal) })}
                icon="trash"
                onClick={() => change(shares.filter((one) => one !== share))}
              />
            </div>
            <fieldset className="plain row-gap wrap">
              <legend className="unseen">{t('share.levels', { name: called(share.principal) })}</legend>
              {levels.map((level) => (
                <Check
                  key={level}
                  checked={share[level]}
                  disabled={level === 'read'}
                  onChange={(on) => set(share, { [level]: on })}
                >
                  {t(`share.${level}`)}
                </Check>
              ))}
            </fieldset>
            <div className="row-gap wrap">
              <span className="dim">{t('share.until')}</span>
              <DateInput
                label={t('share.untilOf', { name: called(share.principal) })}
                value={share.until ? lastDay(share.until, fmt.dayOf) : null}
                onChange={(date) => until(share, date)}
                earliest={fmt.dayOf(new Date().toISOString())}
                placeholder={t('share.forever')}
              />
            </div>
          </li>
        ))}
      </ul>
      {shares.length === 0 && <p className="dim">{t('share.nobody')}</p>}
      <Adding add={add} />
    </div>
  );
}

interface FrameProps extends ListProps {
  title: string;
  ok: string;
  text?: string;
  close: () => void;
  /** gives up what was chosen earlier and stands here again, if anything */
  restored?: boolean;
  forget?: () => void;
  send: () => Promise<void>;
  /** further buttons; what they do is run as the form is sent */
  more?: (run: (act: () => Promise<void>) => void) => ReactNode;
}

const nothing = () => undefined;

function Frame({ title, ok, text, shares, change, close, send, more, ...kept }: FrameProps) {
  const { restored = false, forget = nothing } = kept;
  const { t } = useApp();
  const id = useId();
  const [error, setError] = useState('');
  const [busy, setBusy] = useState(false);
  const run = async (act: () => Promise<void>) => {
    setBusy(true);
    await act().catch((problem: Error) => setError(problem.message));
    setBusy(false);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    void run(send);
  };
  const footer = (
    <>
      {more?.((act) => void run(act))}
      <Button
        onClick={() => {
          forget();
          close();
        }}
      >
        {t('act.cancel')}
      </Button>
      <Button look="solid" type="submit" form={id} busy={busy}>
        {ok}
      </Button>
    </>
  );
  return (
    <Dialog title={title} onClose={close} footer={footer}>
      <form id={id} noValidate onSubmit={submit}>
        <Restored shown={restored} discard={forget} />
        <ErrorText>{error}</ErrorText>
        {text && <p className="dim">{text}</p>}
        <Shares shares={shares} change={change} />
      </form>
    </Dialog>
  );
}

interface OneProps {
  type: RecordType;
  id: string;
  /** those with whom it is to be shared beside the others */
  also?: Person[];
  close: () => void;
}

/** With whom one record is shared. */
export function ShareDialog({ type, id, also = [], close }: OneProps) {
  const { t } = useApp();
  const client = useQueryClient();
  const query = useQuery({ ...sharesQuery(type.name, id), staleTime: 0 });
  const [edited, setEdited] = useState<Share[]>();
  const title = t('share.title');
  if (query.isPending || query.isFetching)
    return (
      <Dialog title={title} onClose={close}>
        <Skeleton />
      </Dialog>
    );
  // Saved would be what is shown here, in place of what nobody has seen.
  if (query.error)
    return (
      <Dialog title={title} onClose={close}>
        <Failed error={query.error} again={query.refetch} />
      </Dialog>
    );
  const shares = edited ?? also.reduce((all, one) => sharedWith(all, { ...one, kind: 'user' }), query.data);
  const send = async () => {
    const now = await put<Share[]>(at('records', type.name, id, 'shares'), shares);
    client.setQueryData(sharesQuery(type.name, id).queryKey, now);
    void client.invalidateQueries({ queryKey: ['record', type.name, id] });
    toast(t(shares.length > 0 ? 'share.saved' : 'share.ended'));
    close();
  };
  return (
    <Frame
      {...{ title, shares, close, send }}
      ok={t('act.save')}
      change={setEdited}
      more={() => <WhyButton type={type} id={id} />}
    />
  );
}

interface ManyProps {
  number: string;
  /** what was chosen is kept under it until it is done */
  place: string;
  close: () => void;
  run: (verb: 'share' | 'unshare', values: object) => Promise<void>;
}

/** Shares many records beside the shares they have, or ends it for those who are named. */
export function ShareManyDialog({ number, place, close, run }: ManyProps) {
  const { t, boot } = useApp();
  const { written, change, forget, restored } = useWritten<{ shares: Share[] }>(place, { shares: [] });
  const { shares } = written;
  const send = async (verb: 'share' | 'unshare') => {
    if (shares.length === 0) throw new Error(t('share.whoLacks'));
    if (verb === 'share' && shares.some(({ principal }) => principal.id === boot.user.id))
      throw new Error(t('share.self'));
    await run(verb, { shares });
    forget();
  };
  return (
    <Frame
      title={t('share.title')}
      text={t('share.many', { number })}
      ok={t('share.act')}
      change={(next) => change({ shares: next })}
      {...{ shares, close, restored, forget }}
      send={() => send('share')}
      more={(run) => (
        <Button look="danger" onClick={() => run(() => send('unshare'))}>
          {t('share.unshare')}
        </Button>
      )}
    />
  );
}
