import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { rowsQuery } from '../api/queries';
import type { Filter } from '../api/types';
import { useApp } from '../app';
import { digits } from '../i18n/digits';
import { agreed, areaParts, areasOf, plain, text, type Area } from './areas';
import type { Values } from './useForm';

/** The fields of an address from which the others are known. */
export type Typed = 'postcode' | 'subDistrict';

const entity = 'postalArea';
const pause = 150;
const none: Area[] = [];

function filterOf(typed: Typed, asked: string): Filter | undefined {
  if (typed === 'subDistrict') {
    return asked.length > 1 ? { field: 'subDistrict', op: 'startsWith', value: asked } : undefined;
  }
  return /^\d{5}$/.test(asked) ? { field: 'postcode', op: '=', value: asked } : undefined;
}

/** Whether a table of postcodes was loaded is asked once, and again when one is. */
async function find(client: QueryClient, filter: Filter): Promise<Area[]> {
  const any = { ...rowsQuery(entity, { fields: ['postcode'], limit: 1, count: false }), staleTime: Infinity };
  if ((await client.fetchQuery(any)).items.length === 0) return none;
  const all = rowsQuery(entity, { fields: [...areaParts], filter, limit: 200, count: false });
  return areasOf((await client.fetchQuery(all)).items);
}

/** Whether a part of an address is empty, or was filled in from here since. */
const isFree = ({ getValues, getFieldState }: UseFormReturn<Values>, part: string, before: Values) => {
  const value = text(getValues(part));
  return value === '' || (!getFieldState(part).isDirty && value !== text(before[part]));
};

/** What nobody typed himself follows the postcode. */
function fill(form: UseFormReturn<Values>, areas: Area[], before: Values): void {
  const free = areaParts.filter((part) => part !== 'postcode' && isFree(form, part, before));
  const typed = Object.fromEntries(areaParts.map((part) => [part, free.includes(part) ? '' : form.getValues(part)]));
  const known: Partial<Area> = agreed(areas, typed);
  for (const part of free) {
    const value = known[part] ?? '';
    const stays = part === 'subDistrict' && areas.some((area) => area[part] === form.getValues(part));
    if (!stays && value !== text(form.getValues(part))) form.setValue(part, value);
  }
}

/** The areas that what is typed into a field of an address leads to, until the other such field is typed into. */
export function useAreas(typed: Typed, form: UseFormReturn<Values>): Area[] {
  const client = useQueryClient();
  const { boot } = useApp();
  const readable = boot.entities.some(({ name }) => name === entity);
  const [areas, setAreas] = useState(none);
  useEffect(() => {
    if (!readable) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let latest = '';
    // What is there by now somebody has typed, be it before this code had come.
    const before = { ...form.getValues() };
    const look = async (asked: string) => {
      const filter = filterOf(typed, asked);
      const found = filter ? await find(client, filter) : none;
      if (asked !== latest) return;
      setAreas(found);
      if (filter && typed === 'postcode') fill(form, found, before);
    };
    const typedInto = (name: Typed) => {
      const wanted = name === typed && (typed === 'postcode' || isFree(form, 'postcode', before));
      latest = wanted ? plain(digits(text(form.getValues(typed)))) : '';
      clearTimeout(timer);
      timer = setTimeout(() => void look(latest).catch(() => undefined), pause);
    };
    if (text(before[typed]) !== text(form.formState.defaultValues?.[typed])) typedInto(typed);
    const stop = form.subscribe({
      formState: { values: true, dirtyFields: true },
      callback: ({ name, type }) => {
        if (type === 'change' && (name === 'postcode' || name === 'subDistrict')) typedInto(name);
      },
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [client, form, typed, readable]);
  return areas;
}
