import type { PickRow } from '../api/types';
import { useApp } from '../app';
import { Check } from '../kit/Check';
import { Field } from '../kit/Field';
import { TextInput } from '../kit/Input';
import { Select } from '../kit/Select';
import type { Channels, Choice, Mailing } from './api';

interface Props {
  choice: Choice;
  kinds: PickRow[];
  onChange: (next: Choice) => void;
}

const mailings: Mailing[] = ['off', 'now', 'digest'];

/** Kinds of alerts against ways of telling, and the hours of rest. */
export function ChoiceTable({ choice, kinds, onChange }: Props) {
  const { t, l } = useApp();
  const change = (kind: string, ways: Channels) => onChange({ ...choice, kinds: { ...choice.kinds, [kind]: ways } });
  const hour = (name: 'quietFrom' | 'quietTo' | 'digestAt') => (
    <Field label={t(`alert.${name}`)}>
      {(ids) => (
        <TextInput {...ids} value={choice[name]} onChange={(text) => onChange({ ...choice, [name]: text.trim() })} />
      )}
    </Field>
  );
  return (
    <>
      <div className="scroll-x">
        <table className="choice-table">
          <thead>
            <tr>
              <th scope="col">{t('alert.kind')}</th>
              <th scope="col">{t('alert.program')}</th>
              <th scope="col">{t('alert.desktop')}</th>
              <th scope="col">{t('alert.mail')}</th>
            </tr>
          </thead>
          <tbody>
            {kinds
              .filter((kind) => choice.kinds[kind.code])
              .map((kind) => {
                const ways = choice.kinds[kind.code]!;
                const name = l(kind.label);
                const tick = (way: 'program' | 'desktop', other: Partial<Channels>) => (
                  <Check
                    checked={ways[way]}
                    label={`${name} – ${t(`alert.${way}`)}`}
                    onChange={(on) => change(kind.code, { ...ways, ...other, [way]: on })}
                  />
                );
                return (
                  <tr key={kind.code}>
                    <th scope="row">{name}</th>
                    {/* What the desktop tells is found in the program again. */}
                    <td>{tick('program', ways.program ? { desktop: false } : {})}</td>
                    <td>{tick('desktop', ways.desktop ? {} : { program: true })}</td>
                    <td>
                      <Select
                        label={`${name} – ${t('alert.mail')}`}
                        value={ways.mail}
                        options={mailings.map((value) => ({ value, label: t(`alertMail.${value}`) }))}
                        onChange={(mail) => mail && change(kind.code, { ...ways, mail: mail as Mailing })}
                      />
                    </td>
                  </tr>
                );
              })}
          </tbody>
        </table>
      </div>
      <div className="hours">
        {hour('quietFrom')}
        {hour('quietTo')}
        {hour('digestAt')}
      </div>
    </>
  );
}
