import { useRef, useState } from 'react';
import { useApp } from '../app';
import type { FieldIds } from '../kit/Field';
import { TextInput } from '../kit/Input';
import { usePicker } from '../kit/usePicker';
import { parted, typedAt, withAddress } from './api';
import { useReceivers } from './useReceivers';

interface Props extends FieldIds {
  value: string;
  readOnly?: boolean;
  onChange: (text: string) => void;
}

/** Addresses, typed as they are or found by the name of whoever has one. */
export function Addresses({ value, onChange, ...ids }: Props) {
  const { t } = useApp();
  const box = useRef<HTMLInputElement>(null);
  const [asked, setAsked] = useState('');
  const there = parted(value);
  const found = useReceivers(asked).filter(({ address }) => !there.includes(address));
  const leave = () => setAsked('');
  const caret = () => box.current?.selectionStart ?? value.length;
  const { press, list, area, open } = usePicker({
    label: t('mail.found'),
    offered: found.map(({ name, address, kind }) => ({
      key: `${kind} ${name} ${address}`,
      words: (
        <span className="two-lines">
          <span>{`${name} · ${kind}`}</span>
          <small>{address}</small>
        </span>
      ),
    })),
    choose: (at) => {
      if (found[at]) onChange(withAddress(value, caret(), found[at].address));
      leave();
    },
    leave,
  });
  return (
    <div className="offering">
      <TextInput
        {...ids}
        {...area}
        ref={box}
        role="combobox"
        aria-expanded={open}
        value={value}
        onChange={(text) => {
          onChange(text);
          setAsked(typedAt(text, caret()));
        }}
        // An address goes where its name was typed: whoever leaves that with the caret puts none there.
        onSelect={() => asked !== typedAt(value, caret()) && leave()}
        onKeyDown={press}
        onBlur={leave}
      />
      {list}
    </div>
  );
}
