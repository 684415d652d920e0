import { ConfigProvider, theme, type ThemeConfig } from 'antd';
import type { Locale as AntLocale } from 'antd/es/locale';
import { use, useContext, useEffect, useState, type ReactNode } from 'react';
import { patiently } from '../../api/patiently';
import type { Locale } from '../../api/types';
import { useMedia } from '../useMedia';
import { dark, light, looped, loopless, metrics, type Look } from '../../theme/skins';
import { SkinContext } from '../../theme/context';

const locales: Record<Locale, () => Promise<{ default: AntLocale }>> = {
  th: patiently(() => import('antd/es/locale/th_TH')),
  en: patiently(() => import('antd/es/locale/en_GB')),
};

function themeOf({ skin, density, fontScale, loopedFont }: Look, still: boolean): ThemeConfig {
  const n = skin.dark ? dark : light;
  const m = metrics(density, fontScale);
  return {
    algorithm: skin.dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    cssVar: { key: 'crm' },
    hashed: false,
    token: {
      colorPrimary: skin.brand,
      colorInfo: skin.brand,
      colorLink: skin.brand,
      colorBgLayout: n.canvas,
      colorBgContainer: n.surface,
      colorBgElevated: n.raised,
      colorBorder: n.edge,
      colorBorderSecondary: n.line,
      colorText: n.ink,
      colorTextSecondary: n.ink2,
      colorTextTertiary: n.ink3,
      colorTextDescription: n.ink3,
      colorTextPlaceholder: n.ink3,
      colorTextDisabled: n.ink3,
      colorTextLightSolid: skin.onBrand,
      fontFamily: loopedFont ? looped : loopless,
      fontSize: m.font,
      controlHeight: m.control,
      controlHeightSM: Math.max(24, m.control - 4),
      borderRadius: 6,
      borderRadiusLG: 10,
      motion: !still,
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.16s',
    },
  };
}

/** The month and year over a calendar are buttons that say themselves; another name would only contradict what is seen. */
function spoken(words: AntLocale): AntLocale {
  if (!words.DatePicker) return words;
  const { monthSelect: _month, yearSelect: _year, ...lang } = words.DatePicker.lang;
  return { ...words, DatePicker: { ...words.DatePicker, lang: lang as typeof words.DatePicker.lang } };
}

const noted = () => undefined;
const nonce = () => document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';

const known = new Map<Locale, AntLocale>();
const coming = new Map<Locale, Promise<AntLocale>>();

function load(locale: Locale): Promise<AntLocale> {
  const asked = coming.get(locale);
  if (asked) return asked;
  const words = locales[locale]().then((module) => spoken(module.default));
  coming.set(locale, words);
  void words.then(
    (now) => known.set(locale, now),
    () => coming.delete(locale),
  );
  return words;
}

/**
 * The words the library says by itself. The first control waits for them: with words that come later the library would
 * make all within it anew, and what somebody types there meanwhile would be lost. Those of another language take the
 * place of the former ones when they are there.
 */
function useWords(locale: Locale): AntLocale {
  const [, came] = useState(0);
  useEffect(() => {
    if (!known.has(locale)) void load(locale).then(() => came((n) => n + 1), noted);
  }, [locale]);
  const former = known.get(locale) ?? [...known.values()][0];
  return former ?? use(load(locale));
}

/** All controls are given one and the same theme, which the library works out once. */
let latest: { look: Look; still: boolean; config: ThemeConfig } | undefined;
function configOf(look: Look, still: boolean): ThemeConfig {
  if (latest?.look !== look || latest.still !== still) latest = { look, still, config: themeOf(look, still) };
  return latest.config;
}

/**
 * Stands around each control that comes from the library and gives it the skin, the language and the nonce of its style
 * sheets. Not around the whole application: a page without such a control is there without the library.
 */
export function Library({ children }: { children: ReactNode }) {
  const { look, locale } = useContext(SkinContext);
  const still = useMedia('(prefers-reduced-motion: reduce)');
  const words = useWords(locale);
  return (
    <ConfigProvider theme={configOf(look, still)} csp={{ nonce: nonce() }} locale={words}>
      {children}
    </ConfigProvider>
  );
}
