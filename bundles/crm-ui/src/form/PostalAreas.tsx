import { useEffect, useRef } from 'react';
import { useWatch, type UseFormReturn } from 'react-hook-form';
import { useApp } from '../app';
import { agreed, areaParts, text, type Area } from './areas';
import { useAreas, type Typed } from './useAreas';
import type { Values } from './useForm';

interface Props {
  /** the field it stands below */
  typed: Typed;
  form: UseFormReturn<Values>;
}

/** The areas of the postcode or of the sub-district that somebody types in an address: one click takes one of them. */
export default function PostalAreas({ typed, form }: Props) {
  const { t, fmt } = useApp();
  const areas = useAreas(typed, form);
  const values = useWatch({ control: form.control });
  const choices = useRef<HTMLDivElement>(null);
  // On a phone they come where the dialog has to be scrolled to.
  useEffect(() => void choices.current?.scrollIntoView({ block: 'nearest' }), [areas]);
  const offered = areas.filter(({ subDistrict }) => subDistrict !== '');
  const { district, province } = agreed(areas, {});
  const known = typed === 'postcode' ? [district, province].filter(Boolean).join(', ') : '';
  const choice = offered.length > 0 ? t('parts.areas', { number: fmt.number(offered.length) }) : '';
  const differing = areaParts.filter((part) => offered.some((area) => area[part] !== offered[0]?.[part]));
  const wordsOf = (area: Area) => {
    const parts = typed === 'subDistrict' ? areaParts : areaParts.filter((part) => differing.includes(part));
    return parts.map((part) => area[part]).join(' · ') || area.subDistrict;
  };
  return (
    <>
      <div className="areas-said help" role="status">
        {[known, choice].filter(Boolean).join(' · ')}
      </div>
      {offered.length > 0 && (
        <div ref={choices} className="areas" role="group" aria-label={choice}>
          {offered.map((area) => (
            <button
              key={wordsOf(area)}
              type="button"
              className="view-chip"
              aria-pressed={areaParts.every((part) => text(values[part]) === area[part])}
              onClick={() => areaParts.forEach((part) => form.setValue(part, area[part]))}
            >
              {wordsOf(area)}
            </button>
          ))}
        </div>
      )}
    </>
  );
}
