import { at, Problem } from '../api/client';
import { queryClient } from '../api/queries';
import { send } from '../api/sending';
import { store } from '../kit/store';
import { toast } from '../kit/Toast';

/** A file on its way to a record. */
export interface Upload {
  key: number;
  entity: string;
  id: string;
  file: File;
  /** an e-mail that becomes a message in the timeline */
  mail: boolean;
  sent: number;
  /** what went wrong; the file stays here to be tried again */
  problem?: string | undefined;
  /** the server was out of reach: it goes on by itself when the network is back */
  away?: boolean;
}

const uploads = store<Upload[]>([]);
let last = 0;
let running = false;
const change = (key: number, more: Partial<Upload>) =>
  uploads.set(uploads.now().map((one) => (one.key === key ? { ...one, ...more } : one)));

async function run(): Promise<void> {
  if (running) return;
  running = true;
  const next = () => uploads.now().find((one) => !one.problem);
  for (let upload = next(); upload; upload = next()) {
    const { key, entity, id, file, mail } = upload;
    try {
      await send(at('records', entity, id, mail ? 'mail' : 'files'), file, (sent) => change(key, { sent }));
      giveUp(key);
      for (const what of ['files', 'timeline', 'counts'])
        void queryClient.invalidateQueries({ queryKey: ['record', entity, id, what] });
    } catch (error) {
      const problem = (error as Error).message;
      const away = error instanceof Problem && error.status === 0;
      change(key, { problem, sent: 0, away });
      // Whoever went on to another page hears of it there.
      if (!away) toast(`${file.name}: ${problem}`, 'danger');
    }
  }
  running = false;
}

/**
 * Sends files to a record, one after the other, whatever page is looked at meanwhile.
 *
 * @param told whether e-mails among them are what was said and not only files
 */
export function attach(entity: string, id: string, files: File[], told = false): void {
  const isMail = (file: File) => told && /\.eml$/i.test(file.name);
  const more = files.map((file) => ({ key: ++last, entity, id, file, mail: isMail(file), sent: 0 }));
  uploads.set([...uploads.now(), ...more]);
  void run();
}

export function tryAgain(keys: number[]): void {
  uploads.set(uploads.now().map((one) => (keys.includes(one.key) ? { ...one, problem: undefined, away: false } : one)));
  void run();
}

export const giveUp = (key: number): void => uploads.set(uploads.now().filter((one) => one.key !== key));

addEventListener('online', () => {
  const away = uploads.now().filter((one) => one.away);
  tryAgain(away.map((one) => one.key));
});

/** The files that are on their way to a record. */
export function useUploads(entity: string, id: string): Upload[] {
  return uploads.use().filter((one) => one.entity === entity && one.id === id);
}
