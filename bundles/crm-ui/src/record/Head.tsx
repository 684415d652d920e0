import { useNavigate } from '@tanstack/react-router';
import type { RecordType, Row } from '../api/types';
import { useApp } from '../app';
import { Title } from '../kit/Bits';
import { Button } from '../kit/Button';
import { Icon } from '../kit/Icon';
import { Menu } from '../kit/Menu';
import { SharedWith } from '../handover/SharedWith';
import { isEmpty } from '../meta/paths';
import { appends, letterOf } from '../meta/append';
import { Value } from '../meta/Value';
import { favour, useIsFavourite, type Favourite } from '../shell/favourites';
import { AttachButton } from './AttachButton';
import { Chain } from './Chain';
import { Crumbs } from './Crumbs';
import { Trail } from './Trail';
import { Uploading } from './Uploading';
import type { useActions } from './useActions';
import { useVerbs } from './useVerbs';

interface Props {
  type: RecordType;
  record: Row;
  title: string;
  actions: ReturnType<typeof useActions>;
}

/** Name, key facts and what can be done with the record; one main step is solid. */
export function Head({ type, record, title, actions }: Props) {
  const { t, l } = useApp();
  const navigate = useNavigate();
  const { main, rest, dialog } = useVerbs(
    type,
    record,
    actions,
    () => void navigate({ to: '/list/$entity', params: { entity: type.name } }),
  );
  const print = { key: 'print', label: t('record.print'), icon: 'printer', onSelect: () => window.print() };
  const last = rest.filter((entry) => entry.danger && !entry.inPath);
  const menu = [...rest.filter((entry) => !entry.danger && !entry.inPath), print, ...last];
  const state = type.lifecycle?.field;
  const named = type.form.facts?.map((name) => type.fields.find((field) => field.name === name));
  const listed = type.fields
    .filter((field) => field.listed && field.name !== type.titleField && field.name !== state && field.kind !== 'parts')
    .slice(0, 5);
  const facts = named?.filter((field) => field !== undefined) ?? listed;
  return (
    <header className="record-head">
      <Crumbs entity={type.name} title={title} plural={type.plural}>
        <Trail type={type} id={record.id} />
      </Crumbs>
      <div className="page-head">
        <Icon name={type.icon} size={24} />
        <h1>
          <Title text={title} />
        </h1>
        <span className="grow" />
        <span className="row-gap">
          {main && (
            <Button look="solid" icon={main.icon} onClick={main.onSelect}>
              {main.label}
            </Button>
          )}
          <Star record={{ entity: type.name, id: record.id, label: title }} />
          {type.features.files && appends(type) && <AttachButton entity={type.name} id={record.id} />}
          <Menu
            label={t('act.more')}
            align="end"
            groups={[{ entries: menu }]}
            trigger={(trigger) => (
              <button type="button" className="btn plain icon-only" aria-label={t('act.more')} {...trigger}>
                <Icon name="dots" />
              </button>
            )}
          />
        </span>
      </div>
      <Uploading entity={type.name} id={record.id} />
      <Chain type={type} record={record} />
      <dl className="key-facts" aria-label={t('record.keyFacts')}>
        {facts.map((field) => (
          <div key={field.name}>
            <dt>{l(field.label)}</dt>
            <dd>
              {isEmpty(record[field.name]) ? (
                '–'
              ) : (
                <Value field={field} value={record[field.name]} letter={letterOf(type, record)} />
              )}
            </dd>
          </div>
        ))}
      </dl>
      <SharedWith type={type} id={record.id} />
      {dialog}
    </header>
  );
}

/** Whether somebody keeps the record at the top of his menu. */
function Star({ record }: { record: Favourite }) {
  const { t } = useApp();
  const on = useIsFavourite(record.entity, record.id);
  const label = t(on ? 'favourite.remove' : 'favourite.add');
  return (
    <button
      type="button"
      className="btn plain icon-only favourite"
      aria-label={label}
      title={label}
      aria-pressed={on}
      onClick={() => void favour(record, !on, t)}
    >
      <Icon name="star" />
    </button>
  );
}
