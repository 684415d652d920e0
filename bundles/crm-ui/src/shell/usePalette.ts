import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { isAway, searchQuery } from '../api/queries';
import type { SearchHit } from '../api/types';
import { useApp } from '../app';
import { useDebounced } from '../kit/useDebounced';
import { skinIds } from '../theme/skins';
import { linkTo, type Group } from './nav';
import { useRecent } from './recent';

/** One thing that can be chosen. */
export interface Hit {
  key: string;
  label: string;
  kind?: string;
  icon?: string | undefined;
  /** where it leads, when it can be opened beside */
  href?: string;
  /** a record found, with the field that matched */
  found?: SearchHit;
  run: () => void;
}
export interface Section {
  title: string;
  hits: Hit[];
}
export type Trouble = 'short' | 'searching' | 'away' | 'failed' | 'none';
interface Answer {
  sections: Section[];
  trouble?: Trouble | undefined;
}

/** What commands have done elsewhere. */
interface Acts {
  create: (entity: string) => void;
  showKeys: () => void;
}

const mostPages = 3;

/** What the box offers for what is typed: recent records, commands after ">", or pages and records that hold the text. */
export function usePalette(text: string, groups: Group[], act: Acts): Answer {
  const { t } = useApp();
  const typed = text.trim();
  const command = typed.startsWith('>');
  const wanted = (command ? typed.slice(1) : typed).trim().toLowerCase();
  const { pages, commands } = useCommands(groups, act);
  const recent = useRecentHits();
  const records = useRecords(command ? '' : typed);
  const named = (hits: Hit[]) => hits.filter((hit) => hit.label.toLowerCase().includes(wanted));
  if (command) return orNone([{ title: t('nav.commands'), hits: named([...commands, ...pages]) }]);
  if (!typed) {
    return orNone([
      { title: t('nav.recent'), hits: recent },
      { title: t('nav.pages'), hits: pages },
    ]);
  }
  // What comes later stands below, so that nothing moves under the finger.
  const at = { title: t('nav.pages'), hits: named([...pages, ...commands]).slice(0, mostPages) };
  const sections = [at, ...records.sections].filter((section) => section.hits.length > 0);
  return { sections, trouble: records.trouble === 'none' && sections.length > 0 ? undefined : records.trouble };
}

function orNone(all: Section[]): Answer {
  const sections = all.filter((section) => section.hits.length > 0);
  return { sections, trouble: sections.length > 0 ? undefined : 'none' };
}

function useCommands(groups: Group[], { create, showKeys }: Acts) {
  const { t, l, boot, change } = useApp();
  const navigate = useNavigate();
  return useMemo(() => {
    const pages = groups.flatMap((group) =>
      (group.items.length > 0 ? group.items : [{ item: group.menu, href: group.href }]).map(({ item, href }): Hit => ({
        key: `page-${item.id}`,
        label: l(item.label),
        kind: l(group.menu.label),
        icon: item.icon,
        href,
        run: () => void navigate(linkTo(href)),
      })),
    );
    const creating = boot.entities
      .filter((one) => one.create && one.quick)
      .map((one): Hit => ({
        key: `new-${one.name}`,
        label: t('list.newOf', { what: l(one.label) }),
        icon: 'plus',
        run: () => create(one.name),
      }));
    const skins = skinIds(boot.company.brand ?? '').map((skin): Hit => ({
      key: `skin-${skin}`,
      label: `${t('user.skin')}: ${t(`skin.${skin}`)}`,
      icon: 'palette',
      run: () => change({ skin }),
    }));
    const languages = (['th', 'en'] as const).map((locale): Hit => ({
      key: `language-${locale}`,
      label: `${t('user.language')}: ${locale === 'th' ? 'ไทย' : 'English'}`,
      icon: 'language',
      run: () => change({ locale }),
    }));
    const keys: Hit = { key: 'keys', label: t('keys.title'), icon: 'keyboard', run: showKeys };
    return { pages, commands: [...creating, ...skins, ...languages, keys] };
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [groups, boot]);
}

function useRecordHit() {
  const { entity } = useApp();
  const navigate = useNavigate();
  return (name: string, id: string, label: string): Hit => ({
    key: `${name}-${id}`,
    label,
    icon: entity(name)?.icon,
    href: `/record/${name}/${id}`,
    run: () => void navigate({ to: '/record/$entity/$id', params: { entity: name, id } }),
  });
}

function useRecentHits(): Hit[] {
  const { l, entity } = useApp();
  const hit = useRecordHit();
  const { recent } = useRecent();
  return recent.slice(0, 10).map((one) => ({
    ...hit(one.entity, one.id, one.label),
    key: `recent-${one.entity}-${one.id}`,
    kind: l(entity(one.entity)?.label),
  }));
}

/** Records by kind, for the text as it is now: an answer to other letters is none. */
function useRecords(text: string): { sections: Section[]; trouble?: Trouble | undefined } {
  const { t, l, entity } = useApp();
  const navigate = useNavigate();
  const hit = useRecordHit();
  const asked = useDebounced(text);
  const { data, error, fetchStatus } = useQuery({ ...searchQuery(asked), enabled: asked.length > 1 });
  if (!text) return { sections: [] };
  if (text.length < 2) return { sections: [], trouble: 'short' };
  if (error && asked === text) return { sections: [], trouble: isAway(error) ? 'away' : 'failed' };
  if (asked !== text || !data) {
    return { sections: [], trouble: fetchStatus === 'paused' ? 'away' : 'searching' };
  }
  const sections = data.groups.map((group): Section => {
    const hits = group.hits.map((found) => ({ ...hit(group.entity, found.id, found.title), found }));
    const total = `${group.total}${group.exact ? '' : '+'}`;
    const list = `/list/${group.entity}?q=${encodeURIComponent(text)}`;
    const all: Hit = {
      key: `all-${group.entity}`,
      label: t('nav.allInList', { total }),
      icon: 'list',
      href: list,
      run: () => void navigate({ to: '/list/$entity', params: { entity: group.entity }, search: { q: text } }),
    };
    const more = group.total > hits.length || !group.exact;
    return { title: l(entity(group.entity)?.plural), hits: more ? [...hits, all] : hits };
  });
  return { sections, trouble: sections.length > 0 ? undefined : 'none' };
}
