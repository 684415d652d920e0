import { api } from '../api/client';
import type { Filter } from '../api/types';
import { useApp } from '../app';
import { useFound } from '../form/useFound';
import { useNameOf } from '../form/useNames';
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
  const { t } = useApp();
  const nameOf = useNameOf();
  const suited: Filter[] = [
    { field: 'entity', op: '=', value: about.entity },
    { field: 'active', op: '=', value: true },
  ];
  const { rows, text, searched, forget } = useFound('mailTemplate', { all: suited }, fields);
  const options = rows.flatMap((row) => {
    const name = nameOf(row);
    const both = theirs === 'en' ? ['en', 'th'] : ['th', 'en'];
    const languages = row['bodyEn'] ? both : ['th'];
    return languages.map((language) => ({
      value: `${row.id}/${language}`,
      label: languages.length > 1 ? `${name} (${language.toUpperCase()})` : name,
    }));
  });
  if (options.length === 0 && !searched.late && !text) return null;
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
          {...searched}
          id={id}
          options={options}
          placeholder={t('mail.templateChoose')}
          value={null}
          onChange={(choice) => {
            void take(choice);
            forget();
          }}
        />
      )}
    </Field>
  );
}
