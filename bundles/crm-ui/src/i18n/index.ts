import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { caller } from '../api/client';
import type { Locale } from '../api/types';
import type thPages from './pages.th.json';
import type th from './th.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof th & typeof thPages };
    returnNull: false;
  }
}

/** A text without the signs that turn round what stands behind them: a sentence it comes into reads on as it should. */
export const forwards = (text: string): string => text.replace(/[\u202A-\u202E\u2066-\u2069]/g, '');

const catalogues = { th: () => import('./th.json'), en: () => import('./en.json') };
/** The words of pages that few people open; they come with the first of these. */
const further = { th: () => import('./pages.th.json'), en: () => import('./pages.en.json') };
let pages: Promise<unknown> | undefined;

export async function startTexts(locale: Locale): Promise<void> {
  caller.language = locale;
  await i18next.use(initReactI18next).init({
    lng: locale,
    fallbackLng: false,
    resources: { [locale]: { translation: (await catalogues[locale]()).default } },
    interpolation: { escape: forwards },
    showSupportNotice: false,
  } as Parameters<typeof i18next.init>[0]);
  settle(locale);
}

/** Only the language in use is loaded; the other comes with the first switch. */
export async function switchLanguage(locale: Locale): Promise<void> {
  if (i18next.language === locale) return;
  if (!i18next.hasResourceBundle(locale, 'translation')) {
    const main = (await catalogues[locale]()).default;
    i18next.addResourceBundle(locale, 'translation', main);
    if (pages) await addPages(locale);
  }
  await i18next.changeLanguage(locale);
  settle(locale);
}

/** Brings the words of the pages that few people open, in every language that is there. */
export function pageTexts(): Promise<unknown> {
  pages ??= Promise.all(Object.keys(i18next.store.data).map((locale) => addPages(locale as Locale)));
  return pages.catch((error: unknown) => {
    pages = undefined; // the next page asks again
    throw error;
  });
}

async function addPages(locale: Locale): Promise<void> {
  i18next.addResourceBundle(locale, 'translation', (await further[locale]()).default, true);
}

function settle(locale: Locale): void {
  document.documentElement.lang = locale;
  localStorage.setItem('sala.locale', locale);
  caller.language = locale;
  caller.unreachable = i18next.t('error.unreachable');
}

export const rememberedLocale = (): Locale => (localStorage.getItem('sala.locale') === 'en' ? 'en' : 'th');
