import { api, at, post, Problem } from './client';
import type { ActionResult, Row } from './types';

/** Somebody else has written the same meanwhile. */
export class Overtaken extends Error {
  constructor(
    readonly current: Row,
    /** what he changed of it */
    readonly names: string[],
    cause: unknown,
  ) {
    super((cause as Error).message, { cause });
  }
}

export const same = (one: unknown, other: unknown) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

/**
 * Writes some fields of a record as it is known. Who changed others meanwhile is in nobody's way; where he changed one
 * of these nothing is written.
 *
 * @throws Overtaken with what he wrote
 */
async function unlessOvertaken<T>(
  url: string,
  known: Row,
  names: string[],
  write: (version: Row['version']) => Promise<T>,
): Promise<T> {
  try {
    return await write(known.version);
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 412) throw error;
    const current = (error.body['current'] as Row | undefined) ?? (await api<Row>(url));
    const changed = names.filter((name) => !same(current[name], known[name]));
    if (changed.length > 0) throw new Overtaken(current, changed, error);
    return write(current.version);
  }
}

/**
 * Writes values, as they go over the wire, of a record as it is known.
 *
 * @throws Overtaken with what somebody wrote who changed the same
 */
export function writeValues(entity: string, known: Row, values: Record<string, unknown>): Promise<Row> {
  const url = at('records', entity, known.id);
  const write = (version: Row['version']) => api<Row>(url, { method: 'PATCH', body: values, version });
  return unlessOvertaken(url, known, Object.keys(values), write);
}

/**
 * Takes a step of a record as it is known, which writes the fields of these names.
 *
 * @throws Overtaken with what somebody wrote who changed the same
 */
export async function takeStep(
  entity: string,
  known: Row,
  id: string,
  input: Record<string, unknown>,
  names: string[],
): Promise<ActionResult> {
  const url = at('records', entity, known.id);
  const run = (version: Row['version']) => post<ActionResult | undefined>(`${url}/actions/${id}`, { input }, version);
  return (await unlessOvertaken(url, known, names, run)) ?? {};
}
