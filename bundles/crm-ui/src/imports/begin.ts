import { at, post, upload } from '../api/client';
import type { Import } from '../api/imports';
import { queryClient } from '../api/queries';

/** Sends a file to be brought in; what looks like something that is there is left out until somebody decides. */
export async function begin(entity: string, file: File): Promise<Import> {
  const made = await upload<Import>('/api/imports', file, { entity });
  await post(at('imports', made.id, 'choices'), { choice: 'skip' });
  queryClient.setQueryData(['import', made.id], made);
  return made;
}
