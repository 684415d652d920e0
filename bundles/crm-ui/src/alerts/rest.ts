const hour = 3_600_000;

/** Times until which an alert may rest: an hour, this evening, tomorrow and Monday in the morning. */
export function restTimes(now: Date) {
  const at = (days: number, hours: number) =>
    new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, hours, 0, 0, 0);
  const monday = (8 - now.getDay()) % 7 || 7;
  const times = [
    { key: 'hour', until: new Date(now.getTime() + hour) },
    { key: 'evening', until: at(0, 17) },
    { key: 'tomorrow', until: at(1, 8) },
    { key: 'monday', until: at(monday, 8) },
  ] as const;
  return times.filter(
    ({ key, until }) => until > now && !(key === 'evening' && until.getTime() - now.getTime() < hour),
  );
}
