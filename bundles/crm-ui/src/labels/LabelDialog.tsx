import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, post } from '../api/client';
import { download } from '../api/download';
import { keepPreference, preferenceQuery } from '../api/queries';
import type { RecordType } from '../api/types';
import { useApp } from '../app';
import { Segments, Skeleton } from '../kit/Bits';
import { ErrorText } from '../kit/ErrorText';
import { Button } from '../kit/Button';
import { Check } from '../kit/Check';
import { Dialog } from '../kit/Dialog';
import { Field } from '../kit/Field';
import { NumberInput } from '../kit/Input';
import { Select } from '../kit/Select';
import { toast } from '../kit/Toast';
import {
  beginning,
  countOf,
  labelsOf,
  refusedOf,
  within,
  type Checked,
  type Last,
  type Which,
  type Wish,
} from './labels';

interface Props {
  type: RecordType;
  which: Which;
  /** how many records were chosen, when that is known */
  chosen?: number | undefined;
  close: () => void;
}

/** Asks on which paper the addresses of records are printed and how, shows the first page and takes it as a PDF. */
export function LabelDialog({ type, which, chosen, close }: Props) {
  const { t } = useApp();
  const { data, error } = useQuery({
    queryKey: ['labels', type.name, which],
    queryFn: () => post<Checked>(labelsOf(type.name, 'check'), which),
    staleTime: 0,
  });
  const { data: last, isPending } = useQuery(preferenceQuery<Last>('labels'));
  if (data && data.records <= data.most && !isPending)
    return <Asking {...{ type, which, chosen, close }} checked={data} last={last ?? {}} />;
  return (
    <Dialog title={t('labels.title')} onClose={close} footer={<Button onClick={close}>{t('act.cancel')}</Button>}>
      {(data && data.records > data.most) || error ? (
        <ErrorText>{error?.message ?? t('labels.tooMany', { max: data?.most })}</ErrorText>
      ) : (
        <Skeleton />
      )}
    </Dialog>
  );
}

function Asking({ type, which, chosen, checked, last, close }: Props & { checked: Checked; last: Last }) {
  const { t, l, boot, fmt } = useApp();
  const [busy, setBusy] = useState(false);
  const [wish, setWish] = useState<Wish>(() => beginning(checked, last, boot.settings.locale));
  const set = (part: Partial<Wish>) => setWish((now) => ({ ...now, ...part }));
  const format = checked.formats.find((one) => one.id === wish.format);
  const labels = countOf(checked, wish);
  const refused = refusedOf(chosen, checked);
  const take = async () => {
    setBusy(true);
    const { format: paper, person, heading } = wish;
    void keepPreference('labels', { format: paper, person, heading }).catch(() => undefined);
    const name = `${l(type.plural)} – ${l(format?.label)}.pdf`;
    await download(labelsOf(type.name), { ...which, ...wish }, name).then(close, (problem: Error) =>
      toast(problem.message, 'danger'),
    );
    setBusy(false);
  };
  const footer = (
    <>
      <Button onClick={close}>{t('act.cancel')}</Button>
      <Button look="solid" icon="download" busy={busy} disabled={labels === 0 || labels > checked.most} onClick={take}>
        {t('labels.download')}
      </Button>
    </>
  );
  return (
    <Dialog title={t('labels.title')} onClose={close} footer={footer} width={860}>
      <div className="label-dialog">
        <div className="stack">
          <Choices {...{ checked, wish, set }} />
          {refused > 0 && (
            <p role="status">{t('labels.refused', { number: fmt.number(refused), total: fmt.number(chosen ?? 0) })}</p>
          )}
          <Missing {...{ type, checked, wish, set }} />
          {labels > checked.most ? (
            <ErrorText>{t('labels.tooMany', { max: fmt.number(checked.most) })}</ErrorText>
          ) : (
            <p className="dim">{t('labels.number', { number: fmt.number(labels) })}</p>
          )}
        </div>
        {labels > 0 && <FirstPage {...{ type, which, wish }} />}
      </div>
    </Dialog>
  );
}

interface ChoicesProps {
  checked: Checked;
  wish: Wish;
  set: (part: Partial<Wish>) => void;
}

function Choices({ checked, wish, set }: ChoicesProps) {
  const { t, l } = useApp();
  const places = checked.formats.find((one) => one.id === wish.format)?.places ?? 1;
  return (
    <>
      <Field label={t('labels.format')}>
        {({ id }) => (
          <Select
            id={id}
            value={wish.format}
            options={checked.formats.map((one) => ({ value: one.id, label: l(one.label) }))}
            onChange={(value) => value && set({ format: value, start: 1 })}
          />
        )}
      </Field>
      {checked.kinds.length > 0 && (
        <Field label={t('labels.kind')} help={t('labels.kindHelp')}>
          {({ id, 'aria-describedby': said }) => (
            <Select
              id={id}
              describedBy={said}
              value={wish.kind}
              options={checked.kinds.map((one) => ({ value: one.code, label: l(one.label) }))}
              onChange={(value) => value && set({ kind: value })}
            />
          )}
        </Field>
      )}
      <div className="label-numbers">
        {places > 1 && (
          <Field label={t('labels.start')}>
            {({ id }) => (
              <NumberInput id={id} value={wish.start} onChange={(value) => set({ start: within(value, places) })} />
            )}
          </Field>
        )}
        <Field label={t('labels.copies')}>
          {({ id }) => (
            <NumberInput id={id} value={wish.copies} onChange={(value) => set({ copies: within(value, 100) })} />
          )}
        </Field>
      </div>
      <div>
        <Check checked={wish.person} onChange={(person) => set({ person })}>
          {t('labels.person')}
        </Check>
        <Check checked={wish.heading} onChange={(heading) => set({ heading })}>
          {t('labels.heading')}
        </Check>
      </div>
      <Segments
        label={t('labels.language')}
        value={wish.language}
        onChange={(language) => set({ language })}
        options={[
          { value: 'th', label: 'ไทย' },
          { value: 'en', label: 'English' },
        ]}
      />
    </>
  );
}

/** Who cannot be written to, and what becomes of these. */
function Missing({ type, checked, wish, set }: ChoicesProps & { type: RecordType }) {
  const { t, fmt } = useApp();
  if (checked.missing === 0) return null;
  const more = checked.missing - checked.without.length;
  const words = { number: fmt.number(checked.missing), total: fmt.number(checked.records) };
  return (
    <div className="stack tight" role="status">
      <strong>{t('labels.missing', words)}</strong>
      <ul className="label-missing">
        {checked.without.map((one) => (
          <li key={one.id}>
            <a href={`/record/${type.name}/${one.id}`} target="_blank" rel="noopener">
              {one.label}
            </a>
          </li>
        ))}
        {more > 0 && <li className="dim">{t('labels.more', { number: fmt.number(more) })}</li>}
      </ul>
      <Check checked={wish.nameless} onChange={(nameless) => set({ nameless })}>
        {t('labels.nameless')}
      </Check>
    </div>
  );
}

/** The first page as it will be printed. */
function FirstPage({ type, which, wish }: Omit<Props, 'close'> & { wish: Wish }) {
  const { t } = useApp();
  const body = { ...which, ...wish };
  const { data, error } = useQuery({
    queryKey: ['labels', type.name, 'picture', body],
    queryFn: ({ signal }) => api<Blob>(labelsOf(type.name, 'picture'), { method: 'POST', body, file: true, signal }),
    placeholderData: keepPreviousData,
    staleTime: 0,
    gcTime: 0,
  });
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    if (!data) return;
    const made = URL.createObjectURL(data);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [data]);
  if (error) return <ErrorText>{error.message}</ErrorText>;
  return (
    <div className="label-page">{address ? <img src={address} alt={t('labels.page')} /> : <Skeleton lines={6} />}</div>
  );
}
