import { queryOptions } from '@tanstack/react-query';
import { api, at } from '../api/client';
import type { Person, Ref } from '../api/types';

export interface Leaver {
  id: string;
  name: string;
  active: boolean;
  manager?: Person;
  owned: { entity: string; count: number; open?: number }[];
  leads: { entity: string; count: number }[];
}

export const leaverQuery = (user: string) =>
  queryOptions({ queryKey: ['records', 'user', 'leaver', user], queryFn: () => api<Leaver>(at('leavers', user)) });

export const fates = ['manager', 'user', 'team', 'turn', 'load', 'keep'] as const;
export type Fate = (typeof fates)[number];

export interface Rule {
  fate: Fate;
  user: Ref | null;
  team: Ref | null;
  people: Ref[];
}

export const firstRule = (leaver: Leaver): Rule => ({
  fate: leaver.manager ? 'manager' : 'user',
  user: null,
  team: null,
  people: [],
});

export const isWhole = ({ fate, user, team, people }: Rule): boolean =>
  fate === 'manager' || fate === 'keep' || (fate === 'user' ? user : fate === 'team' ? team : people[0]) != null;

/** Who gets records, as the server takes it; nothing for those that stay. */
export function ruled(rule: Rule, leaver: Leaver): Record<string, unknown> | undefined {
  const people = rule.people.map((one) => one.id);
  switch (rule.fate) {
    case 'manager':
      return { owner: leaver.manager?.id, withTeam: true };
    case 'user':
      return { owner: rule.user?.id, withTeam: true };
    case 'team':
      return { team: rule.team?.id, owner: null };
    case 'keep':
      return undefined;
    default:
      return { rule: rule.fate, people, withTeam: true };
  }
}

/** The rules of all kinds of records that go to somebody. */
export const rulesOf = (leaver: Leaver, rules: Record<string, Rule>): Record<string, unknown> =>
  Object.fromEntries(
    leaver.owned.flatMap(({ entity }) => {
      const values = ruled(rules[entity] ?? firstRule(leaver), leaver);
      return values ? [[entity, values]] : [];
    }),
  );
