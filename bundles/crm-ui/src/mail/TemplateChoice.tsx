import { useQuery } from '@tanstack/react-query';
import { api } from '../api/client';
import { rowsQuery } from '../api/queries';
import type { Filter } from '../api/types';
import { useApp } from '../boot/app';
import { Field } from '../kit/Field';
import { Select } from '../kit/Select';
import { toast } from '../kit/Toast';
import type { Signature } from './signatures';

interface Filled {
  subject: string;
  body: string;
  signatures: Signature[];
}
interface Props {
  about: { entity: string; id: string };
  /** In which whom it is about is written to: its words come first. */
  language: string;
  fill: (filled: Filled) => void;
}

const fields = ['name', 'nameEn', 'bodyEn'];

/** The company's words for such a record, filled in by the server and read over before they go. */
export function TemplateChoice({ about, language: theirs, fill }: Props) {
  const { t, boot } = useApp();
  const suited: Filter[] = [
    { field: 'entity', op: '=', value: about.entity },
    { field: 'active', op: '=', value: true },
  ];
  const { data } = useQuery(
    rowsQuery('mailTemplate', { fields, filter: { all: suited }, sort: [{ path: 'name' }], limit: 200 }),
  );
  const said = (value: unknown) => (typeof value === 'string' ? value : '');
  const english = boot.settings.locale === 'en';
  const options = (data?.items ?? []).flatMap((row) => {
    const name = (english && said(row['nameEn'])) || said(row['name']);
    const both = theirs === 'en' ? ['en', 'th'] : ['th', 'en'];
    const languages = said(row['bodyEn']) ? both : ['th'];
    return languages.map((language) => ({
      value: `${row.id}/${language}`,
      label: languages.length > 1 ? `${name} (${language.toUpperCase()})` : name,
    }));
  });
  if (options.length === 0) return null;
  const take = async (choice: string | null) => {
    const [template = '', language = 'th'] = (choice ?? '').split('/');
    if (!template) return;
    const question = new URLSearchParams({ ...about, language }).toString();
    try {
      fill(await api<Filled>(`/api/mail/filled/${template}?${question}`));
    } catch (problem) {
      toast((problem as Error).message, 'danger');
    }
  };
  return (
    <Field label={t('mail.template')} wide>
      {({ id }) => (
        <Select
          id={id}
          options={options}
          placeholder={t('mail.templateChoose')}
          value={null}
          onChange={(choice) => void take(choice)}
        />
      )}
    </Field>
  );
}
