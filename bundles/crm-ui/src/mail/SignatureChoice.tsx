import { useApp } from '../app';
import { Check } from '../kit/Check';
import type { Signatures } from './api';
import { both, signed, stands, without } from './signatures';

interface Props {
  signatures: Signatures;
  body: string;
  quote: string | undefined;
  change: (body: string) => void;
}

/** Which signatures stand below an e-mail; they are a part of its text, so a tick puts them there or takes them out. */
export function SignatureChoice({ signatures, body, quote, change }: Props) {
  const { t } = useApp();
  const there = both.filter((one) => signatures[one]);
  if (there.length === 0) return null;
  return (
    <div className="row-gap wrap">
      {there.map((one) => (
        <Check
          key={one}
          checked={stands(body, signatures[one])}
          onChange={(on) => change(on ? signed(body, signatures, one, quote) : without(body, signatures[one]))}
        >
          {t(`mail.signatures.${one}`)}
        </Check>
      ))}
    </div>
  );
}
