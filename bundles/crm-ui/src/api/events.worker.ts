/// <reference lib="webworker" />
import { eventTypes } from './eventTypes';

/** One stream of events for all tabs of the browser. */
const ports = new Set<MessagePort>();
let source: EventSource | undefined;
let last = 0;

function tell(message: { type: string; data?: string }) {
  last = Date.now();
  for (const port of ports) port.postMessage(message);
}

/** @param begun when the page of the port began, in ms since 1970 */
function open(port: MessagePort, begun: number) {
  if (source && source.readyState !== EventSource.CLOSED) {
    if (last > begun) port.postMessage({ type: 'missed' });
    return;
  }
  source = new EventSource(`/api/events?age=${Date.now() - begun}`);
  for (const type of eventTypes) {
    source.addEventListener(type, (event) => tell({ type, data: (event as MessageEvent<string>).data }));
  }
  source.onopen = () => tell({ type: 'open' });
  source.onerror = () => tell({ type: source?.readyState === EventSource.CLOSED ? 'closed' : 'lost' });
}

(self as unknown as SharedWorkerGlobalScope).onconnect = (event) => {
  const port = event.ports[0];
  if (!port) return;
  ports.add(port);
  port.onmessage = ({ data }: MessageEvent<'bye' | number>) => {
    if (data === 'bye') ports.delete(port);
    else open(port, data);
    if (ports.size === 0) source?.close();
  };
};
