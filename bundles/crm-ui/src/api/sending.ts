import { caller, mayAgain, Problem, problemOf } from './client';

/** When nothing has gone out for so long, the network is away though nobody said so. */
const STALLED = 30_000;

/**
 * Sends a file, tells how much of it has gone and answers with what was kept; what fails becomes a {@link Problem} as
 * with every call.
 */
export function send(url: string, file: File, progress: (sent: number) => void): Promise<Record<string, unknown>> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', url);
    request.setRequestHeader('Accept', 'application/json');
    request.setRequestHeader('Accept-Language', caller.language);
    const { csrf } = caller;
    if (csrf) request.setRequestHeader('X-CSRF-Token', csrf);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const watch = () => {
      clearTimeout(timer);
      timer = setTimeout(() => request.abort(), STALLED);
    };
    request.upload.onprogress = (event) => {
      watch();
      progress(event.loaded);
    };
    // The server may take its time with what it has.
    request.upload.onload = () => clearTimeout(timer);
    request.onloadend = () => clearTimeout(timer);
    request.onerror = request.onabort = () => reject(new Problem(0, caller.unreachable));
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) return resolve(bodyOf(request));
      const refused = () => reject(problemOf(request, bodyOf(request)));
      void mayAgain(request.status, csrf).then((again) => (again ? resolve(send(url, file, progress)) : refused()));
    };
    const form = new FormData();
    form.append('file', file);
    request.send(form);
    watch();
  });
}

function bodyOf(request: XMLHttpRequest): Record<string, unknown> {
  try {
    return JSON.parse(request.responseText) as Record<string, unknown>;
  } catch {
    return {}; // a proxy may answer with a page
  }
}
