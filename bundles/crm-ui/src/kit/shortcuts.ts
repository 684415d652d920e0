/** Every shortcut of the client, by where it works: who handles one asks here, and the list of them shows the same. */
export const shortcuts = {
  anywhere: {
    search: ['Control+k', '/'],
    help: ['?'],
    leave: ['Escape'],
    save: ['Control+s'],
  },
  search: {
    tab: ['Control+Enter'],
  },
  list: {
    walk: ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'],
    page: ['PageUp', 'PageDown'],
    ends: ['Home', 'End', 'Control+Home', 'Control+End'],
    open: ['Enter'],
    edit: ['F2'],
    preview: ['Space'],
    fold: ['ArrowLeft', 'ArrowRight'],
  },
  heading: {
    walk: ['ArrowLeft', 'ArrowRight'],
    sort: ['Enter'],
    then: ['Shift+Enter'],
    menu: ['Alt+ArrowDown'],
    lift: ['Space'],
    width: ['Control+ArrowLeft', 'Control+ArrowRight'],
  },
  board: {
    walk: ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'],
    move: ['Control+ArrowLeft', 'Control+ArrowRight'],
  },
  calendar: {
    step: ['ArrowLeft', 'ArrowRight'],
    today: ['Home'],
    view: ['1', '2', '3', '4', '5', '6'],
  },
  record: {
    before: ['Alt+ArrowUp'],
    next: ['Alt+ArrowDown'],
    save: ['Enter'],
    send: ['Control+Enter'],
  },
} as const;

/** What saves whatever one is writing. */
export const saveKeys = [...shortcuts.anywhere.save, ...shortcuts.record.send];

type Keyboard = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** Where the Latin letters lie: who writes Thai presses the same places. */
const places: Record<string, string> = { KeyK: 'k', KeyS: 's', Slash: '/' };
const latin = (event: Keyboard) => {
  const place = event.key.charCodeAt(0) > 127 ? places[event.code] : undefined;
  if (place === '/' && event.shiftKey) return '?';
  return place ?? (event.key.length === 1 ? event.key.toLowerCase() : event.key);
};

/** What was pressed, as the table writes it; Ctrl and the command key of a Mac are one. */
export function pressed(event: Keyboard): string {
  const key = latin(event);
  const held = [event.ctrlKey || event.metaKey ? 'Control' : '', event.altKey ? 'Alt' : ''];
  return [...held, key === ' ' ? 'Space' : key].filter(Boolean).join('+');
}

export const isPressed = (event: Keyboard, keys: readonly string[]): boolean => keys.includes(pressed(event));

const signs: Record<string, string> = {
  Control: 'Ctrl',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
};
/** The keys as they are written on a keyboard. */
export const written = (keys: string): string[] =>
  keys.split('+').map((key) => signs[key] ?? (key.length === 1 ? key.toUpperCase() : key));

const kept = 'sala.bareKeys';
/** Whether signs without Ctrl work on a page; who talks to his computer turns them off (WCAG 2.1.4). */
export const bareKeysWork = () => localStorage.getItem(kept) !== 'off';
export const letBareKeysWork = (on: boolean) => localStorage.setItem(kept, on ? 'on' : 'off');
