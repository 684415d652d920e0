import { Suspense, useState } from 'react';
import { lazily } from '../kit/lazily';
import type { TimelineWish } from '../api/queries';
import type { Ref } from '../api/types';
import { useApp } from '../app';
import { Segments } from '../kit/Bits';
import { Icon } from '../kit/Icon';
import { SearchInput } from '../kit/Input';

const RefSelect = lazily(() => import('../form/RefSelect'), 'RefSelect');

const kinds = ['all', 'activity', 'note', 'file', 'change'] as const;
/** What people call messages is written by themselves or sent. */
const wire = { all: undefined, activity: 'activity', note: 'note,message', file: 'file', change: 'change' };
type Kind = (typeof kinds)[number];

/** Which entries of a timeline are shown: of which kind, by whom, with which words. */
export function TimelineFilter({ wish, change }: { wish: TimelineWish; change: (wish: TimelineWish) => void }) {
  const { t } = useApp();
  const [kind, setKind] = useState<Kind>('all');
  const [person, setPerson] = useState<Ref | null>(null);
  return (
    <div className="timeline-filter">
      <Segments
        label={t('timeline.filter')}
        value={kind}
        onChange={(next) => {
          setKind(next);
          change({ ...wish, kinds: wire[next] });
        }}
        options={kinds.map((value) => ({ value, label: t(`timeline.${value}`) }))}
      />
      <div className="row-gap">
        <SearchInput
          label={t('timeline.search')}
          placeholder={t('timeline.find')}
          clearLabel={t('list.clearSearch')}
          value={wish.text ?? ''}
          onSearch={(text) => change({ ...wish, text })}
        />
        <Person
          person={person}
          choose={(next) => {
            setPerson(next);
            change({ ...wish, person: next?.id });
          }}
        />
      </div>
    </div>
  );
}

/** Whose entries: chosen by few, so that the choice is loaded with its first use and not with every record. */
function Person({ person, choose }: { person: Ref | null; choose: (person: Ref | null) => void }) {
  const { t } = useApp();
  const [asked, ask] = useState(false);
  if (!asked && !person) {
    return (
      <button type="button" className="ctl asked" aria-haspopup="listbox" onClick={() => ask(true)}>
        <span className="tx">{t('timeline.person')}</span>
        <Icon name="down" size={14} />
      </button>
    );
  }
  return (
    <Suspense fallback={<span className="ctl" />}>
      <RefSelect
        entity="user"
        label={t('timeline.person')}
        placeholder={t('timeline.person')}
        value={person}
        onChange={choose}
        onBlur={() => ask(false)}
        autoFocus
        open
      />
    </Suspense>
  );
}
