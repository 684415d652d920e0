import type { Tone } from '../api/types';
import { IconButton } from './Button';
import { Icon } from './Icon';
import { store } from './store';

interface Message {
  id: number;
  tone: Tone;
  text: string;
  action?: { label: string; run: () => void } | undefined;
  icon?: string;
  /** what adds up in it, and to how many by now */
  sum?: { of: string; number: number };
}

const messages = store<Message[]>([]);
let last = 0;
const drop = (id: number) => messages.set(messages.now().filter((message) => message.id !== id));

function show(message: Omit<Message, 'id'>, among = messages.now()): void {
  const id = ++last;
  messages.set([...among.slice(-3), { ...message, id }]);
  setTimeout(() => drop(id), message.tone === 'danger' || message.action ? 12_000 : 5_000);
}

/** Says in a corner what happened; errors stay longer. */
export function toast(text: string, tone: Tone = 'success', action?: Message['action']): void {
  show({ text, tone, action });
}

interface Sum extends Required<Pick<Message, 'icon' | 'action'>> {
  of: string;
  words: (number: number) => string;
}

/** Says that one more of a kind happened; while the one before it is still shown they add up in its place. */
export function toastSum({ of, words, icon, action }: Sum): void {
  const before = messages.now().find((message) => message.sum?.of === of);
  const number = (before?.sum?.number ?? 0) + 1;
  const others = messages.now().filter((message) => message !== before);
  show({ text: words(number), tone: 'info', icon, action, sum: { of, number } }, others);
}

const icons: Partial<Record<Tone, string>> = { danger: 'danger', warning: 'warning' };

export function Toasts({ closeLabel }: { closeLabel: string }) {
  const all = messages.use();
  return (
    <div className="toasts" role="status" aria-live="polite">
      {all.map((message) => (
        <div key={message.id} className={`toast t-${message.tone}`}>
          <Icon name={message.icon ?? icons[message.tone] ?? 'success'} />
          <span className="grow told" title={message.text}>
            {message.text}
          </span>
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
