import { eventTypes } from './eventTypes';
import { patiently } from './patiently';
import { queryClient } from './queries';
import type { Job } from './types';

interface Told {
  type: string;
  data?: string;
}

const loadRing = patiently(() => import('../alerts/ring'));
const noted = () => undefined;
const stale = new Set<string>();
let alertsToo = false;
let flushing: ReturnType<typeof setTimeout> | undefined;

/** Records that somebody is deleting here, by entity and id: nothing of them is asked again. */
export const leaving = new Set<string>();

/** What becomes of an activity, an e-mail that went out, stands in the timelines of other records. */
const isTimeline = ({ queryKey: [kind, entity, id, part] }: { queryKey: readonly unknown[] }) =>
  kind === 'record' && part === 'timeline' && !leaving.has(`${String(entity)}/${String(id)}`);

/** Many events in a row (an import) make a screen ask once in a while, not once per record. */
function later(entity: string, wentOrCame: boolean): void {
  stale.add(entity);
  alertsToo ||= wentOrCame;
  flushing ??= setTimeout(() => {
    flushing = undefined;
    for (const name of [...stale, 'home']) void queryClient.invalidateQueries({ queryKey: ['records', name] });
    void queryClient.invalidateQueries({ queryKey: ['calendar', 'entries'] });
    void queryClient.invalidateQueries({ queryKey: ['calendar', 'days'] });
    void queryClient.invalidateQueries({ queryKey: ['calendar', 'busy'] });
    // Of what was deleted nobody is told any more.
    if (alertsToo) void queryClient.invalidateQueries({ queryKey: ['alerts'] });
    alertsToo = false;
    if (stale.has('activity')) void queryClient.invalidateQueries({ predicate: isTimeline });
    stale.clear();
  }, 600);
}

function renew(): void {
  void queryClient.invalidateQueries({ queryKey: ['bootstrap'] });
  void queryClient.invalidateQueries({ queryKey: ['modules'] });
  void queryClient.invalidateQueries({ queryKey: ['permissions'] });
  void queryClient.invalidateQueries({ queryKey: ['type'] });
}

function onEvent({ type, data }: Told): void {
  const value = data ? (JSON.parse(data) as Record<string, unknown>) : {};
  switch (type) {
    case 'metadata':
      return renew();
    case 'views':
      return void queryClient.invalidateQueries({ queryKey: ['type', value['entity']] });
    case 'settings': // changed in another window of the same person
      return void queryClient.invalidateQueries({ queryKey: ['bootstrap'] });
    case 'attached': // a note or file, which lists do not show
    case 'record': {
      const { entity, id, op } = value as { entity: string; id: string; op?: string };
      if (!leaving.has(`${entity}/${id}`)) void queryClient.invalidateQueries({ queryKey: ['record', entity, id] });
      if (type === 'record') later(entity, op === 'delete' || op === 'restore');
      return;
    }
    case 'job': {
      const job = value as unknown as Job;
      queryClient.setQueryData(['job', job.id], job);
      return;
    }
    case 'alert': {
      void queryClient.invalidateQueries({ queryKey: ['alerts'] });
      void queryClient.invalidateQueries({ queryKey: ['records', 'home'] });
      const { id, desktop } = value as { id?: string; desktop?: boolean };
      if (id && desktop) void loadRing().then(({ ring }) => ring(id), noted);
      return;
    }
    case 'missed': // while the page had asked already and did not listen yet
      return void queryClient.invalidateQueries();
    case 'session': // an earlier one's end may be told of after somebody signed in again: the next call shows it
      return void queryClient.invalidateQueries({ queryKey: ['bootstrap'] });
    default:
      return;
  }
}

const session = 'sala.session';
/** Tells the other pages of this browser, which share its session, that somebody came in or went. */
export const tellSession = () => localStorage.setItem(session, String(Date.now()));

/** So long a break may last before people are told: a line that comes back at once is nobody's concern. */
const noticed = 4000;

/**
 * Listens to the server's events until the returned function is called; after a break everything is asked again.
 * `away` is told when the server has been out of reach for a while, and when it is back.
 */
export function listen(away: (now: boolean) => void): () => void {
  let broken = false;
  let telling: ReturnType<typeof setTimeout> | undefined;
  const told = (message: Told) => {
    if (message.type === 'lost' || message.type === 'closed') {
      broken = true;
      telling ??= setTimeout(() => away(true), noticed);
      if (message.type === 'closed') {
        retry = setTimeout(connect, 5000);
        // The stream does not tell why it was refused; an ended session shows with the next call.
        void queryClient.invalidateQueries({ queryKey: ['bootstrap'] });
      }
    } else if (message.type === 'open') {
      clearTimeout(telling);
      telling = undefined;
      away(false);
      if (broken) void queryClient.invalidateQueries();
      broken = false;
    } else onEvent(message);
  };
  // Nothing is asked without a network, and the line may notice late that it has none.
  const offline = () => away(true);
  const online = () => broken || away(false);
  const elsewhere = ({ key }: StorageEvent) => key === session && onEvent({ type: 'session' });
  addEventListener('storage', elsewhere);
  addEventListener('offline', offline);
  addEventListener('online', online);
  let retry: ReturnType<typeof setTimeout> | undefined;
  let close = () => {};
  const connect = () => {
    close();
    close = typeof SharedWorker === 'undefined' ? direct(told) : shared(told);
  };
  connect();
  return () => {
    clearTimeout(retry);
    clearTimeout(telling);
    removeEventListener('storage', elsewhere);
    removeEventListener('offline', offline);
    removeEventListener('online', online);
    close();
  };
}

/** When this page began, before it had asked for anything, in ms since 1970. */
const begun = Math.floor(Date.now() - performance.now());

function shared(told: (message: Told) => void): () => void {
  const worker = new SharedWorker(new URL('./events.worker.ts', import.meta.url), { type: 'module', name: 'events' });
  const bye = () => worker.port.postMessage('bye');
  worker.port.onmessage = (event: MessageEvent<Told>) => told(event.data);
  worker.port.start();
  worker.port.postMessage(begun);
  addEventListener('pagehide', bye);
  return () => {
    removeEventListener('pagehide', bye);
    bye();
    worker.port.close();
  };
}

function direct(told: (message: Told) => void): () => void {
  if (typeof EventSource === 'undefined') return () => {};
  const source = new EventSource(`/api/events?age=${Date.now() - begun}`);
  for (const type of eventTypes) {
    source.addEventListener(type, (event) => told({ type, data: (event as MessageEvent<string>).data }));
  }
  source.onopen = () => told({ type: 'open' });
  source.onerror = () => told({ type: source.readyState === EventSource.CLOSED ? 'closed' : 'lost' });
  return () => source.close();
}
