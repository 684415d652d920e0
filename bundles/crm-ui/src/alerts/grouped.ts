import type { Alert } from '../api/types';

/** Alerts about one record, the newest first. */
export type Group = [Alert, ...Alert[]];

/** Puts what is about the same record together, at the place of the newest; what is read stays apart. */
export function byRecord(alerts: Alert[]): Group[] {
  const groups = new Map<string, Group>();
  for (const alert of alerts) {
    const key = [alert.record.entity, alert.record.id, alert.read].join('/');
    const group = groups.get(key);
    if (group) group.push(alert);
    else groups.set(key, [alert]);
  }
  return [...groups.values()];
}
