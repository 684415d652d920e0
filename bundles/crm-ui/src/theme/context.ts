import { createContext } from 'react';
import { rememberedLocale } from '../i18n';
import type { Locale } from '../api/types';
import { rememberedLook, type Look } from './skins';

/** How everything looks and in which language it speaks. */
export const SkinContext = createContext<{ look: Look; locale: Locale }>({
  look: rememberedLook(),
  locale: rememberedLocale(),
});
