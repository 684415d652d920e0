import { useQuery } from '@tanstack/react-query';
import { recordQuery } from '../api/queries';
import type { RecordType, Ref, Row } from '../api/types';
import { useApp } from '../app';
import { Icon } from '../kit/Icon';
import { addressOf, placeOf } from '../meta/map';

const isRef = (value: unknown): value is Ref => typeof value === 'object' && value !== null && 'id' in value;

/** The way to an appointment on a map: to the place that was agreed on, or else to the customer. */
export function Whereabouts({ type, row }: { type: RecordType; row: Row }) {
  const { t, l, entity } = useApp();
  const agreed = typeof row['place'] === 'string' ? row['place'].trim() : '';
  const whom = [row['account'], row['contact'], row['regarding']].find(isRef);
  const kind = whom?.entity ?? '';
  const asked = whom && agreed === '' && entity(kind);
  const { data } = useQuery({ ...recordQuery(kind, whom?.id ?? ''), enabled: Boolean(asked) });
  const place = agreed ? placeOf(agreed) : asked && data && addressOf(data);
  if (!place) return null;
  return (
    <div className="pair">
      <dt>{(agreed && l(type.fields.find(({ name }) => name === 'place')?.label)) || t('calendar.map')}</dt>
      <dd>
        <a href={place.href} target="_blank" rel="noreferrer noopener" className="way">
          <Icon name="map-pin" size={15} />
          {place.words}
        </a>
      </dd>
    </div>
  );
}
