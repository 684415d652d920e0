/** The colours of the product, one set per skin: written to the page as `--crm-*` and handed to the control kit. */
export interface Skin {
  id: SkinId;
  dark: boolean;
  brand: string;
  onBrand: string;
  rail: string;
}
export type SkinId = 'lagoon' | 'indigo' | 'mulberry' | 'night' | 'company';
export type Density = 'compact' | 'comfortable';

export const skins: Record<Exclude<SkinId, 'company'>, Skin> = {
  lagoon: { id: 'lagoon', dark: false, brand: '#0f766e', onBrand: '#ffffff', rail: '#0c2f33' },
  indigo: { id: 'indigo', dark: false, brand: '#4338ca', onBrand: '#ffffff', rail: '#1e1b4b' },
  mulberry: { id: 'mulberry', dark: false, brand: '#a21c5b', onBrand: '#ffffff', rail: '#3b0a25' },
  night: { id: 'night', dark: true, brand: '#2dd4bf', onBrand: '#06231f', rail: '#0a0f14' },
};
/** The skin in the company's own colour. */
export const branded = (brand: string): Skin => ({
  id: 'company',
  dark: false,
  brand,
  onBrand: '#ffffff',
  rail: `color-mix(in oklab, ${brand} 36%, #0b1016)`,
});
export const skinIds = (brand: string): SkinId[] => [...(brand ? ['company' as const] : []), ...own];
const own = Object.keys(skins) as (keyof typeof skins)[];

/** Who has chosen none gets the company's. */
export const skinOf = (id: string | undefined, brand: string): Skin =>
  skins[id as keyof typeof skins] ?? (brand ? branded(brand) : skins.lagoon);

/** How well a colour can be told from white: 1 not at all, 21 at best (WCAG 2.2). */
export function contrastWithWhite(hex: string): number {
  const linear = (at: number) => {
    const share = parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 1.05 / (0.2126 * linear(1) + 0.7152 * linear(3) + 0.0722 * linear(5) + 0.05);
}

/** The lightest shade of a colour that is readable. */
export function readable(hex: string): string {
  const shade = (by: number) =>
    `#${[1, 3, 5]
      .map((at) =>
        Math.round(parseInt(hex.slice(at, at + 2), 16) * by)
          .toString(16)
          .padStart(2, '0'),
      )
      .join('')}`;
  let by = 1;
  while (contrastWithWhite(shade(by)) < 4.5) by -= 0.02;
  return shade(by);
}

export const light = {
  canvas: '#f4f6f8',
  surface: '#ffffff',
  raised: '#ffffff',
  sunken: '#f8fafb',
  line: '#e2e7ec',
  edge: '#cfd6de',
  ink: '#16202c',
  ink2: '#475467',
  ink3: '#5f6b7a',
};
export const dark: typeof light = {
  canvas: '#0f151b',
  surface: '#161e26',
  raised: '#1b242d',
  sunken: '#1b242d',
  line: '#2a3641',
  edge: '#3f4d5a',
  ink: '#e6edf3',
  ink2: '#aab7c4',
  ink3: '#94a2b1',
};

/** Six tones of states: text colour on the 12 % tint, and the dot. */
const tones = {
  neutral: ['#475467', '#64748b', '#b6c2ce'],
  info: ['#1d4ed8', '#2563eb', '#93c5fd'],
  accent: ['#6d28d9', '#7c3aed', '#c4b5fd'],
  warning: ['#92400e', '#d97706', '#fcd34d'],
  success: ['#166534', '#16a34a', '#86efac'],
  danger: ['#b42318', '#dc2626', '#fca5a5'],
} as const;

export const loopless = "'IBM Plex Sans Thai', system-ui, 'Segoe UI', Tahoma, sans-serif";
export const looped = "'IBM Plex Sans Thai Looped', 'IBM Plex Sans Thai', system-ui, Tahoma, sans-serif";

export interface Look {
  skin: Skin;
  density: Density;
  fontScale: number;
  loopedFont: boolean;
}

const coarsePointer = () => typeof matchMedia === 'function' && matchMedia('(pointer: coarse)').matches;

/** Sizes in px for a density; fingers need larger ones. */
export function metrics(density: Density, scale: number) {
  const touch = coarsePointer();
  const compact = density === 'compact';
  const px = (n: number) => Math.round(n * scale);
  return {
    row: px(touch ? 44 : compact ? 30 : 38),
    head: px(touch ? 44 : compact ? 34 : 40),
    control: px(touch ? 44 : compact ? 28 : 32),
    font: px(compact ? 13 : 14),
    gap: compact ? 10 : 16,
    /* What is small already grows with the rest and never shrinks. */
    scale: Math.max(1, scale),
  };
}

export function cssTokens({ skin, density, fontScale, loopedFont }: Look): Record<string, string> {
  const n = skin.dark ? dark : light;
  const m = metrics(density, fontScale);
  const weak = skin.dark
    ? `color-mix(in oklab, ${skin.brand} 18%, ${n.surface})`
    : `color-mix(in oklab, ${skin.brand} 9%, white)`;
  const tokens: Record<string, string> = {
    '--crm-canvas': n.canvas,
    '--crm-surface': n.surface,
    '--crm-raised': n.raised,
    '--crm-sunken': n.sunken,
    '--crm-line': n.line,
    '--crm-edge': n.edge,
    '--crm-ink': n.ink,
    '--crm-ink-2': n.ink2,
    '--crm-ink-3': n.ink3,
    '--crm-brand': skin.brand,
    '--crm-brand-weak': weak,
    '--crm-on-brand': skin.onBrand,
    '--crm-rail': skin.rail,
    '--crm-font': loopedFont ? looped : loopless,
    '--crm-fs': `${m.font}px`,
    '--crm-scale': String(m.scale),
    '--crm-row': `${m.row}px`,
    '--crm-head': `${m.head}px`,
    '--crm-ctl': `${m.control}px`,
    '--crm-gap': `${m.gap}px`,
  };
  for (const [tone, [ink, dot, night]] of Object.entries(tones)) {
    const text = skin.dark ? night : ink;
    tokens[`--crm-${tone}`] = text;
    tokens[`--crm-${tone}-dot`] = dot;
    tokens[`--crm-${tone}-weak`] = `color-mix(in oklab, ${dot} ${skin.dark ? 20 : 12}%, ${n.surface})`;
  }
  return tokens;
}

const lookKey = 'sala.look';

/** Puts the look on the page at once and remembers it for the next visit's sign-in page. */
export function applyLook(look: Look): void {
  const root = document.documentElement;
  for (const [name, value] of Object.entries(cssTokens(look))) root.style.setProperty(name, value);
  root.style.colorScheme = look.skin.dark ? 'dark' : 'light';
  root.dataset['density'] = look.density;
  const brand = look.skin.id === 'company' ? look.skin.brand : '';
  localStorage.setItem(lookKey, JSON.stringify({ ...look, skin: look.skin.id, brand }));
}

export function rememberedLook(): Look {
  const fallback: Look = { skin: skins.lagoon, density: 'compact', fontScale: 1, loopedFont: false };
  const text = localStorage.getItem(lookKey);
  if (!text) return fallback;
  try {
    const { brand = '', ...kept } = JSON.parse(text) as Omit<Look, 'skin'> & { skin: string; brand?: string };
    return { ...fallback, ...kept, skin: skinOf(kept.skin, brand) };
  } catch {
    return fallback;
  }
}
