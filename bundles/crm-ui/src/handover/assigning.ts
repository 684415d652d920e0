import type { RecordType, Ref } from '../api/types';

export const ways = ['user', 'team', 'turn', 'load', 'territory'] as const;
export type Way = (typeof ways)[number];

export interface Choice {
  way: Way;
  user: Ref | null;
  team: Ref | null;
  people: Ref[];
  along: string[];
  withTeam: boolean;
  remark: string;
}

export const unchosen: Choice = {
  way: 'user',
  user: null,
  team: null,
  people: [],
  along: [],
  withTeam: true,
  remark: '',
};

/** The ways of giving away records of a kind: one record is not given to several in turn. */
export const waysOf = (type: RecordType, several: boolean): Way[] =>
  ways.filter(
    (way) =>
      (several || way !== 'turn') &&
      (way !== 'territory' || type.fields.some(({ ref }) => ref === 'territory' || ref === 'account')),
  );

/** The kinds of open work about a record that can go with it. */
export const alongOf = (type: RecordType): { entity: string }[] => {
  const open = type.related.filter((list) => list.open && list.assign);
  return open.filter((list, i) => open.findIndex((other) => other.entity === list.entity) === i);
};

export function whoLacks({ way, user, team, people }: Choice): boolean {
  if (way === 'user') return user === null;
  if (way === 'team') return team === null;
  return way !== 'territory' && people.length === 0;
}

/** As the server takes it. */
export function assigned(choice: Choice): Record<string, unknown> {
  const { way, user, team, people, along, withTeam, remark } = choice;
  const ids = people.map((one) => one.id);
  const to = {
    user: { owner: user?.id },
    team: { team: team?.id, owner: null },
    turn: { rule: 'turn', people: ids },
    load: { rule: 'load', people: ids },
    territory: { rule: 'territory' },
  }[way];
  return {
    ...to,
    ...(way !== 'team' && withTeam ? { withTeam } : {}),
    ...(along.length > 0 ? { along } : {}),
    ...(remark.trim() ? { remark: remark.trim() } : {}),
  };
}
