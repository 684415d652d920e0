const last = new Map<string, Promise<unknown>>();

/** Does one after the other what writes the same: of two requests on their way the later one may arrive first. */
export function inTurn<T>(what: string, work: () => Promise<T>): Promise<T> {
  const mine = (last.get(what) ?? Promise.resolve()).then(work, work);
  last.set(what, mine);
  return mine;
}
