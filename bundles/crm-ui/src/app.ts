import type { TFunction } from 'i18next';
import { createContext, useContext, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Bootstrap, EntityName, Era, L10n, Person, Settings } from './api/types';
import { formats, type Formats } from './i18n/format';
import { once } from './i18n/once';

interface Ground {
  boot: Bootstrap;
  /** the name of a colleague or team in one's language, as a record names it otherwise */
  called: (one: Person | undefined) => string;
  change: (settings: Partial<Settings>) => void;
}
/** What every screen knows: who works here, in which words, dates and numbers, and what there is. */
export interface App extends Ground {
  t: TFunction;
  l: (text: L10n | undefined) => string;
  fmt: Formats;
  era: Era;
  /** one's own name in one's language */
  me: string;
  entity: (name: string) => EntityName | undefined;
  /** whether one has a permission; who administers has all */
  may: (permission: string) => boolean;
}
export const AppContext = createContext<App | null>(null);

/** Made once for all screens: a table asks for it in each of its cells. */
export function useGround(ground: Ground): App {
  const { t } = useTranslation();
  return useMemo(() => {
    const { boot } = ground;
    const { locale, era } = boot.settings;
    return {
      ...ground,
      t: once(t),
      l: (text) => text?.[locale] || text?.en || '',
      fmt: formats(locale, era, boot.company.timeZone),
      era,
      me: (locale === 'en' && boot.user.nameEn) || boot.user.name,
      entity: (name) => boot.entities.find((entity) => entity.name === name),
      may: (permission) => boot.user.permissions.includes(permission),
    };
  }, [ground, t]);
}

export function useApp(): App {
  const app = useContext(AppContext);
  if (!app) throw new Error('useApp outside of the signed-in application');
  return app;
}
