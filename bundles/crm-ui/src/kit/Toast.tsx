import { useSyncExternalStore } from 'react';
import type { Tone } from '../api/types';
import { IconButton } from './Button';
import { Icon } from './Icon';

interface Message {
  id: number;
  tone: Tone;
  text: string;
  action?: { label: string; run: () => void } | undefined;
}

let messages: Message[] = [];
let last = 0;
const readers = new Set<() => void>();
const change = (next: Message[]) => {
  messages = next;
  readers.forEach((read) => read());
};
const drop = (id: number) => change(messages.filter((message) => message.id !== id));

/** Says in a corner what happened; errors stay longer. */
export function toast(text: string, tone: Tone = 'success', action?: Message['action']): void {
  const id = ++last;
  change([...messages.slice(-3), { id, tone, text, action }]);
  setTimeout(() => drop(id), tone === 'danger' || action ? 12_000 : 5_000);
}

export function Toasts({ closeLabel }: { closeLabel: string }) {
  const all = useSyncExternalStore(
    (read) => {
      readers.add(read);
      return () => readers.delete(read);
    },
    () => messages,
  );
  return (
    <div className="toasts" role="status" aria-live="polite">
      {all.map((message) => (
        <div key={message.id} className={`toast t-${message.tone}`}>
          <Icon name={message.tone === 'danger' ? 'danger' : message.tone === 'warning' ? 'warning' : 'success'} />
          <span className="grow">{message.text}</span>
          {message.action && (
            <button
              type="button"
              className="link"
              onClick={() => {
                message.action?.run();
                drop(message.id);
              }}
            >
              {message.action.label}
            </button>
          )}
          <IconButton label={closeLabel} icon="close" onClick={() => drop(message.id)} />
        </div>
      ))}
    </div>
  );
}
