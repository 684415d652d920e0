import { at, post, upload } from '../api/client';
import type { Import } from '../api/imports';
import { queryClient } from '../api/queries';

/** Sends a file to be brought in; what looks like something that is there is left out until somebody decides. */
export async function begin(entity: string, file: File): Promise<Import> {
  const made = await upload<Import>('/api/imports', file, { entity });
  return skipping(made);
}

/** The same with another sheet of a file that was sent. */
export async function beginSheet(id: string, sheet: string): Promise<Import> {
  return skipping(await post<Import>(at('imports', id, 'sheets'), { sheet }));
}

async function skipping(made: Import): Promise<Import> {
  await post(at('imports', made.id, 'choices'), { choice: 'skip' });
  queryClient.setQueryData(['import', made.id], made);
  return made;
}
