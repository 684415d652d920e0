import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { startTransition, Suspense, useEffect, useMemo, useState } from 'react';
import { Block } from '../kit/Block';
import { lazily, warm } from '../kit/lazily';
import { Problem } from '../api/client';
import { accessQuery, countsQuery, recordQuery, typeQuery } from '../api/queries';
import type { Access, Bootstrap, Field, RecordType, Ref, RelatedList, Row } from '../api/types';
import { useApp } from '../app';
import { listed } from '../grid/trail';
import { Skeleton, Title } from '../kit/Bits';
import { DropArea } from '../kit/Drop';
import { TabPanel, Tabs } from '../kit/Tabs';
import { useMedia } from '../kit/useMedia';
import { isAlone } from '../meta/paths';
import { isEditable, ruled } from '../meta/rules';
import { appends, letterOf } from '../meta/append';
import { titleOf } from '../meta/title';
import { NoRight, NotFetched } from '../shell/Crash';
import { useRecent } from '../shell/recent';
import { useTitle } from '../shell/useTitle';
import { activityList, Composer } from './Composer';
import { Crumbs } from './Crumbs';
import { FieldView } from './FieldView';
import { Gone, isGone } from './Gone';
import { Files } from './Files';
import { Head } from './Head';
import { History } from './History';
import { Invited } from './Invited';
import { Notes } from './Notes';
import { Related } from './Related';
import { useSave } from './save';
import { StagePath } from './StagePath';
import { Timeline } from './Timeline';
import { attach } from './uploads';
import { useActions } from './useActions';
import { useSide } from './useSide';
import { Who } from './Who';

const ConflictDialog = lazily(() => import('./ConflictDialog'));
const Moved = lazily(() => import('./Moved'));
const Typed = lazily(() => import('./Moved'), 'Typed');

export default function RecordPage() {
  const { entity, id } = useParams({ from: '/record/$entity/$id' });
  const type = useQuery(typeQuery(entity));
  const record = useQuery(recordQuery(entity, id));
  const access = useQuery(accessQuery(entity, id));
  const seen = useMemo(() => type.data && access.data && within(type.data, access.data), [type.data, access.data]);
  if (type.data && !type.data.access.read)
    return (
      <NoRight>
        <Suspense>
          <Typed entity={entity} id={id} />
        </Suspense>
      </NoRight>
    );
  const error = type.error ?? record.error ?? access.error;
  const gone = isGone(error) ? <Gone entity={entity} id={id} /> : null;
  if (gone && !(record.data && seen)) return gone;
  if (!gone && record.error instanceof Problem && record.error.status === 404) {
    return (
      <Suspense fallback={<Skeleton lines={8} />}>
        <Moved entity={entity} id={id} message={record.error.message} open={record.data !== undefined} />
      </Suspense>
    );
  }
  const again = () => [type, record, access].filter((one) => one.error).map((one) => one.refetch());
  if (error && !(record.data && seen)) return <NotFetched error={error} again={again} />;
  if (!seen || !record.data) return <Arriving entity={entity} id={id} title={type.data?.titleField} />;
  return (
    <>
      {gone}
      <Sheet key={entity + id} type={seen} record={record.data} />
    </>
  );
}

/** What is known of a record while it is on its way: what the list called it that one came from. */
function Arriving({ entity, id, title }: { entity: string; id: string; title: string | undefined }) {
  const known = title ? listed(entity, id)?.[title] : undefined;
  const name = typeof known === 'string' ? known : undefined;
  return (
    <div className="page record-page">
      <header className="record-head">
        <Crumbs entity={entity} title={name} />
        <div className="page-head">
          {name && (
            <h1>
              <Title text={name} />
            </h1>
          )}
        </div>
      </header>
      <Skeleton lines={10} />
    </div>
  );
}

/** The kind of record with what may be done with this one: nothing is offered that would be refused. */
const within = (type: RecordType, access: Access): RecordType => ({ ...type, access });

function Sheet({ type, record }: { type: RecordType; record: Row }) {
  const { t, l } = useApp();
  const title = titleOf(type, record, l) || l(type.label);
  const self: Ref = { id: record.id, label: title, entity: type.name };
  const actions = useActions(type);
  const { save, conflict, ...answers } = useSave(type, record);
  const wide = useMedia('(min-width: 1200px)');
  const { add, loaded } = useRecent();
  useEffect(() => {
    if (loaded) add({ entity: type.name, id: record.id, label: title });
  }, [add, loaded, type.name, record.id, title]);
  useTitle(title);
  const takes = type.features.files === true && appends(type);
  // An e-mail becomes a message where there is a timeline for it.
  const attached = (files: File[]) => attach(type.name, record.id, files, activityList(type) !== undefined);
  const aside = type.features.activities === true || type.features.notes === true;
  // Who it is and what can be done with it is seen before its many fields are drawn.
  const [whole, setWhole] = useState(false);
  useEffect(() => startTransition(() => setWhole(true)), []);
  useEffect(() => warm(), []);
  const beside = aside && wide;
  const side = useSide();
  return (
    <DropArea className="page record-page" label={t('file.dropHere')} onFiles={takes ? attached : undefined}>
      <Block>
        <Head type={type} record={record} title={title} actions={actions} />
      </Block>
      <Block>{type.name === 'activity' && <Invited record={record} card />}</Block>
      {!beside && (
        <Block>
          <Who type={type} record={record} />
        </Block>
      )}
      <Block>
        {type.lifecycle && <StagePath type={type} lifecycle={type.lifecycle} record={record} move={actions.move} />}
      </Block>
      <div className={'record-body' + (beside ? ' with-aside' : '')} style={side.style}>
        {whole ? <Parts {...{ type, record, self, save }} timeline={aside && !wide} /> : <Skeleton lines={10} />}
        {whole && beside && (
          <aside className="stack sections">
            {side.edge}
            <Block>
              <Who type={type} record={record} name={title} />
            </Block>
            <div className="card pad stack">
              <Block>
                <Told type={type} self={self} />
              </Block>
            </div>
          </aside>
        )}
      </div>
      {actions.dialog}
      <Block close={answers.back}>{conflict && <ConflictDialog {...{ type, conflict, save }} {...answers} />}</Block>
    </DropArea>
  );
}

/** What was said and done, and what is added to it. */
function Told({ type, self }: { type: RecordType; self: Ref }) {
  return (
    <div className="stack">
      <Block>
        <Composer type={type} self={self} />
      </Block>
      <Block>
        <Timeline type={type} id={self.id} writable={appends(type)} />
      </Block>
    </div>
  );
}

interface PartsProps {
  type: RecordType;
  record: Row;
  self: Ref;
  save: ReturnType<typeof useSave>['save'];
  timeline: boolean;
}

/** The lists in the order people know from the menu; those it does not name come last. */
function inMenuOrder(lists: RelatedList[], boot: Bootstrap): RelatedList[] {
  const known = boot.menus.flatMap((menu) => menu.children.map((item) => item.target.entity));
  // What the definition of the form names comes first, in its order.
  const place = (list: RelatedList) =>
    list.first ? -1 : known.includes(list.entity) ? known.indexOf(list.entity) : known.length;
  return [...lists].sort((a, b) => place(a) - place(b));
}

/**
 * The tabs: overview, related lists, notes, files, history. Where the definition of the form names the lists that come
 * first, the others stand behind what every record has.
 */
function Parts({ type, record, self, save, timeline }: PartsProps) {
  const { t, l, fmt, boot, entity } = useApp();
  const [tab, setTab] = useState('overview');
  const { data: counts } = useQuery(countsQuery(type.name, record.id));
  const related = inMenuOrder(type.related, boot).filter((list) => entity(list.entity));
  const countOf = (id: string) => {
    const count = counts?.[id];
    // Its place is kept until it is known: a tab must not move away from under the hand that reaches for it.
    return count ? `${fmt.number(count.value)}${count.exact ? '' : '+'}` : '\u2007';
  };
  const tabOf = (list: RelatedList) => ({ id: list.id, label: l(list.label), count: countOf(list.id) });
  const front = related.some((list) => list.first) ? related.filter((list) => list.first) : related;
  const tabs = [
    { id: 'overview', label: t('record.overview') },
    ...(timeline ? [{ id: 'timeline', label: t('record.timeline') }] : []),
    ...front.map(tabOf),
    ...(type.features.notes ? [{ id: 'notes', label: t('record.notes'), count: countOf('notes') }] : []),
    ...(type.features.files ? [{ id: 'files', label: t('record.files'), count: countOf('files') }] : []),
    ...(type.features.history ? [{ id: 'history', label: t('record.history') }] : []),
    ...related.filter((list) => !front.includes(list)).map(tabOf),
  ];
  const shown = tabs.some((one) => one.id === tab) ? tab : 'overview';
  const list = related.find((one) => one.id === shown);
  return (
    <div className="record-main">
      <Tabs label={t('record.tabs')} value={shown} onChange={setTab} tabs={tabs} />
      <Block key={shown}>
        <TabPanel id={shown}>
          {shown === 'overview' && <Overview type={type} record={record} save={save} />}
          {shown === 'timeline' && (
            <div className="card pad">
              <Told type={type} self={self} />
            </div>
          )}
          {list && (
            <div className="card pad">
              <Related list={list} self={self} append={type.access.append === true} />
            </div>
          )}
          {['notes', 'files', 'history'].includes(shown) && (
            <div className="card pad">
              {shown === 'notes' && <Notes entity={type.name} id={record.id} writable={appends(type)} />}
              {shown === 'files' && (
                <Files
                  entity={type.name}
                  id={record.id}
                  writable={appends(type)}
                  changeable={type.access.update === true}
                />
              )}
              {shown === 'history' && <History type={type} id={record.id} />}
            </div>
          )}
        </TabPanel>
      </Block>
    </div>
  );
}

/** Texts that belong together, as strengths and weaknesses do, stand beside each other. */
const isTexts = (fields: Field[]) => fields.length > 1 && fields.every(({ kind }) => kind === 'textarea');

function Overview({ type, record, save }: Pick<PartsProps, 'type' | 'record' | 'save'>) {
  const { l, boot } = useApp();
  const shown = ruled(type.fields, type.form.when, record, boot.user.id);
  const known = new Map(shown.map((field) => [field.name, field]));
  return (
    <div className="stack sections">
      {type.form.sections.map((section) => {
        const fields = section.fields.map((name) => known.get(name)).filter((field) => field !== undefined);
        if (fields.length === 0) return null;
        return (
          <Block key={section.id}>
            <section className={'card pad' + (isAlone(fields) ? ' alone' : '')} aria-label={l(section.label)}>
              <h2>{l(section.label)}</h2>
              <dl className={'facts' + (isTexts(fields) ? ' texts' : '')}>
                {fields.map((field) => (
                  <FieldView
                    key={field.name}
                    field={field}
                    value={record[field.name]}
                    place={['field', type.name, record.id, field.name].join('/')}
                    record={{ entity: type.name, id: record.id }}
                    letter={letterOf(type, record)}
                    writable={isEditable(type, record, field, boot.user.id)}
                    save={(value) => save({ [field.name]: value })}
                  />
                ))}
              </dl>
            </section>
          </Block>
        );
      })}
    </div>
  );
}
