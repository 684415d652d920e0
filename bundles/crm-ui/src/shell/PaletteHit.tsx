import { useApp } from '../app';
import { Pill } from '../kit/Bits';
import { Icon } from '../kit/Icon';
import type { Hit } from './usePalette';

interface Props {
  hit: Hit;
  id: string;
  selected: boolean;
  choose: (beside: boolean) => void;
  point: () => void;
}

export function PaletteHit({ hit, id, selected, choose, point }: Props) {
  const { l } = useApp();
  const { found } = hit;
  // Where the title itself was found there is nothing to be said below it.
  const titled = found !== undefined && found.value === found.title;
  return (
    <div
      id={id}
      role="option"
      aria-selected={selected}
      className="palette-hit"
      onClick={(event) => choose(event.ctrlKey || event.metaKey)}
      onPointerMove={point}
    >
      <Icon name={hit.icon} size={17} />
      <span className="palette-text">
        <span className="palette-title">{titled ? <Marked text={found.value} marks={found.marks} /> : hit.label}</span>
        {found && !titled && (
          <small>
            {found.label && `${l(found.label)}: `}
            <Marked text={found.value} marks={found.marks} />
          </small>
        )}
      </span>
      {found?.state && <Pill tone={found.state.tone}>{l(found.state.label)}</Pill>}
      {hit.kind && <small>{hit.kind}</small>}
    </div>
  );
}

function Marked({ text, marks }: { text: string; marks: number[] }) {
  const parts = [];
  let at = 0;
  for (let i = 0; i + 1 < marks.length; i += 2) {
    const [begin = 0, end = 0] = [marks[i], marks[i + 1]];
    parts.push(text.slice(at, begin), <mark key={begin}>{text.slice(begin, end)}</mark>);
    at = end;
  }
  return (
    <bdi>
      {parts}
      {text.slice(at)}
    </bdi>
  );
}
