import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, at, post } from '../api/client';
import type { Import, LikelyChoice, RowPage } from '../api/imports';
import { useApp } from '../app';
import { Field } from '../kit/Field';
import { Select } from '../kit/Select';
import { toast } from '../kit/Toast';
import { choices, choiceWords } from './choices';

/** What is done with rows that may be there already, unless it is decided otherwise of one of them. */
export function ForAll({ given }: { given: Import }) {
  const { t } = useApp();
  const client = useQueryClient();
  const { data } = useQuery({
    queryKey: ['import', given.id, 'rows', 'for all'],
    queryFn: () => api<RowPage>(`${at('imports', given.id, 'rows')}?show=likely`),
  });
  if (!data) return null;
  const decide = async (choice: string | null) => {
    try {
      await post(at('imports', given.id, 'choices'), { choice: choice ?? '' });
      await client.invalidateQueries({ queryKey: ['import', given.id, 'rows'] });
    } catch (problem) {
      toast((problem as Error).message, 'danger');
    }
  };
  const options = choices.map((one: LikelyChoice) => ({ value: one, label: t(choiceWords[one]) }));
  return (
    <Field label={t('imports.ifThere')}>
      {(ids) => (
        <Select
          id={ids.id}
          value={data.forAll ?? ''}
          options={[{ value: '', label: t('imports.choiceNone') }, ...options]}
          onChange={(choice) => void decide(choice)}
        />
      )}
    </Field>
  );
}
