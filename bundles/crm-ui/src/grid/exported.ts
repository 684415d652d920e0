import { at, post } from '../api/client';
import { download, fetchFile } from '../api/download';
import { watchJob } from '../shell/Jobs';

/** Takes records as a file under its title; a long one is written by a job, which is watched. */
export async function exported(entity: string, body: { title: string; format: string }, long: boolean): Promise<void> {
  const url = at('records', entity, 'export');
  if (!long) return download(url, body, `${body.title}.${body.format}`);
  const { job } = await post<{ job: string }>(url, { ...body, later: true });
  watchJob(job, fetchFile);
}
