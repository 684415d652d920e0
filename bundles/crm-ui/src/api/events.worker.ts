/// <reference lib="webworker" />
/** One stream of events for all tabs of the browser. */
const ports = new Set<MessagePort>();
let source: EventSource | undefined;

function tell(message: { type: string; data?: string }) {
  for (const port of ports) port.postMessage(message);
}

function open() {
  if (source && source.readyState !== EventSource.CLOSED) return;
  source = new EventSource('/api/events');
  for (const type of ['metadata', 'settings', 'record', 'attached', 'job', 'alert', 'session']) {
    source.addEventListener(type, (event) => tell({ type, data: (event as MessageEvent<string>).data }));
  }
  source.onopen = () => tell({ type: 'open' });
  source.onerror = () => tell({ type: source?.readyState === EventSource.CLOSED ? 'closed' : 'lost' });
}

(self as unknown as SharedWorkerGlobalScope).onconnect = (event) => {
  const port = event.ports[0];
  if (!port) return;
  ports.add(port);
  port.onmessage = (message: MessageEvent<string>) => {
    if (message.data === 'bye') ports.delete(port);
    else open();
    if (ports.size === 0) source?.close();
  };
};
