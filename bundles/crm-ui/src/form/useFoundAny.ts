import { useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { searchQuery, typeQuery } from '../api/queries';
import type { Ref, SearchHit } from '../api/types';
import { useApp } from '../app';
import { useDebounced } from '../kit/useDebounced';
import { useRecent } from '../shell/recent';

interface Found {
  ref: Ref;
  /** what it was found by, where that is not its name */
  hint?: string | undefined;
}

const hintOf = ({ value, title }: SearchHit) => (value === title ? undefined : value);

/** Records that activities hang on, of all kinds: those opened last, and what the search finds for what is typed. */
export function useFoundAny() {
  const { t } = useApp();
  const [text, setText] = useState('');
  const typed = text.trim();
  const asked = useDebounced(typed);
  const { recent } = useRecent();
  const { data, isFetching } = useQuery({ ...searchQuery(asked), enabled: asked.length > 1 });
  const late = asked !== typed;
  const hits = (data?.groups ?? []).flatMap(({ entity, hits }) =>
    hits.map((hit): Found => ({ ref: { entity, id: hit.id, label: hit.title }, hint: hintOf(hit) })),
  );
  const offered = typed ? hits : recent.map((ref): Found => ({ ref }));
  const kinds = [...new Set(offered.map(({ ref }) => ref.entity ?? ''))];
  const types = useQueries({ queries: kinds.map((kind) => typeQuery(kind)) });
  const able = new Set(types.flatMap(({ data }) => (data?.features.activities ? [data.name] : [])));
  const busy = late || isFetching || types.some(({ isPending }) => isPending);
  return {
    found: offered.filter(({ ref }) => able.has(ref.entity ?? '')),
    typed,
    searched: {
      onSearch: setText,
      late: typed !== '' && busy,
      loading: busy,
      empty: !typed ? t('form.find') : typed.length < 2 ? t('find.short') : busy ? t('list.loading') : t('list.noHit'),
    },
  };
}
