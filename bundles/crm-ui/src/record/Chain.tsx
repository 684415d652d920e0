import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Suspense, useEffect, useRef, useState, type MouseEvent } from 'react';
import { rowsQuery, typeQuery } from '../api/queries';
import type { EntityName, RecordType, Ref, Row } from '../api/types';
import { useApp } from '../app';
import { Icon } from '../kit/Icon';
import { lazily } from '../kit/lazily';
import { usePhone } from '../kit/useMedia';
import { Value, wordsOf } from '../meta/Value';

const Preview = lazily(() => import('../grid/Preview'));

/** What the record was made of and what was made of it, as its conversions tied them. */
export function Chain({ type, record }: { type: RecordType; record: Row }) {
  const { t, entity } = useApp();
  const ties = (type.form.chain ?? []).flatMap((name) => {
    const ref = record[name] as Ref | null | undefined;
    const kind = type.fields.find((field) => field.name === name)?.ref ?? ref?.entity;
    const known = kind ? entity(kind) : undefined;
    return ref?.id && known ? [{ name, ref, known }] : [];
  });
  if (ties.length === 0) return null;
  return (
    <nav aria-label={t('record.chain')} className="chain">
      {ties.map(({ name, ref, known }) => (
        <Tie key={name} tie={ref} known={known} />
      ))}
    </nav>
  );
}

/**
 * One of them, with how far it is and what it is worth, where the caller may know. A click shows it beside the page, which
 * stays; on a phone there is no room for that.
 */
function Tie({ tie, known }: { tie: Ref; known: EntityName }) {
  const app = useApp();
  const phone = usePhone();
  const [beside, setBeside] = useState(false);
  const link = useRef<HTMLAnchorElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (beside) panel.current?.focus();
  }, [beside]);
  const close = () => {
    setBeside(false);
    link.current?.focus();
  };
  const { data: type } = useQuery(typeQuery(known.name));
  const field = (name: string | undefined) => type?.fields.find((one) => one.name === name);
  const state = field(type?.lifecycle?.field);
  const worth = field(type?.board?.sum);
  const fields = [state, worth].flatMap((one) => (one ? [one.name] : []));
  const { data } = useQuery({
    ...rowsQuery(known.name, { fields, filter: { field: 'id', op: '=', value: tie.id }, limit: 1 }),
    enabled: fields.length > 0,
  });
  const row = data?.items[0];
  const look = (event: MouseEvent) => {
    if (!type || phone || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    setBeside(true);
  };
  return (
    <>
      <Link
        to="/record/$entity/$id"
        params={{ entity: known.name, id: tie.id }}
        className="chain-link"
        onClick={look}
        ref={link}
      >
        <Icon name={known.icon} size={14} />
        <span className="dim">{app.l(known.label)}</span>
        <span className="tx">{tie.label}</span>
        {state && row && <Value field={state} value={row[state.name]} link={false} />}
        {worth && row && row[worth.name] !== null && (
          <b className="num">{wordsOf({ ...worth, decimals: 0 }, row[worth.name], app)}</b>
        )}
      </Link>
      {beside && type && (
        <div className="beside-page" ref={panel} tabIndex={-1} onKeyDown={(event) => event.key === 'Escape' && close()}>
          <Suspense>
            <Preview type={type} id={tie.id} close={close} />
          </Suspense>
        </div>
      )}
    </>
  );
}
