import { api, at } from './client';
import type { Job } from './types';

/** Asks for a file by a body and hands it to the browser to be kept. */
export async function download(url: string, body: object, name: string): Promise<void> {
  const file = await api<Blob>(url, { method: 'POST', body, file: true });
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Hands what a job has written to the browser. */
export function fetchFile(job: Job): void {
  if (!job.result?.file) return;
  const link = document.createElement('a');
  link.href = at('jobs', job.id, 'file');
  link.download = job.result.name ?? '';
  link.click();
}
