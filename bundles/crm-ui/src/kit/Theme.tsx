import { ConfigProvider, theme, type ThemeConfig } from 'antd';
import type { Locale as AntLocale } from 'antd/es/locale';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import type { Locale } from '../api/types';
import { useMedia } from './useMedia';
import { dark, light, looped, loopless, metrics, type Look } from '../theme/skins';

const locales: Record<Locale, () => Promise<{ default: AntLocale }>> = {
  th: () => import('antd/es/locale/th_TH'),
  en: () => import('antd/es/locale/en_GB'),
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

const nonce = () => document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';

/** Gives the controls of the kit the skin, the language and the nonce of their style sheets. */
export function Theme({ look, locale, children }: { look: Look; locale: Locale; children: ReactNode }) {
  const still = useMedia('(prefers-reduced-motion: reduce)');
  const config = useMemo(() => themeOf(look, still), [look, still]);
  const [words, setWords] = useState<AntLocale>();
  useEffect(() => {
    void locales[locale]().then((module) => setWords(spoken(module.default)));
  }, [locale]);
  return (
    <ConfigProvider theme={config} csp={{ nonce: nonce() }} {...(words ? { locale: words } : {})}>
      {children}
    </ConfigProvider>
  );
}
