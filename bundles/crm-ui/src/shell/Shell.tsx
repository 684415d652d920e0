import { Outlet, useMatches, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { patiently } from '../api/patiently';
import { Block } from '../kit/Block';
import { ahead, lazily, warm } from '../kit/lazily';
import { useApp } from '../app';
import { useMedia } from '../kit/useMedia';
import { useStrayDrop } from '../kit/Drop';
import { GiveBack } from '../kit/useGiveBack';
import { bareKeysWork, isPressed, shortcuts } from '../kit/shortcuts';
import { NoRight } from './Crash';
import { JobWatch } from './Jobs';
import { currentGroup, groupsOf, isOpenTo } from './nav';
import { NavPanel } from './NavPanel';
import { PaletteFrame } from './PaletteFrame';
import { BottomBar, Rail } from './Rail';
import { TopBar } from './TopBar';
import { useDropToImport } from './useDropToImport';

const loadPalette = patiently(() => import('./Palette'));
const Palette = lazy(loadPalette);
const Shortcuts = lazily(() => import('./Shortcuts'));
const QuickCreate = ahead(() => import('../form/QuickCreate'));

const panelKey = 'sala.panel';

/** The frame around every page: rail, menu panel, top bar; on the phone a bar at the bottom. */
export function Shell() {
  const { boot, t } = useApp();
  const path = useRouterState({ select: (state) => state.location.pathname });
  // The menu follows a click at once; the page that is left stays as it is until the next one can be shown.
  const page = useMatches({ select: (matches) => matches.at(-1)?.pathname ?? path });
  const search = useRouterState({ select: (state) => decodeURIComponent(state.location.searchStr) });
  const groups = useMemo(() => groupsOf(boot, path), [boot, path]);
  const group = currentGroup(groups, path, search);
  const { panel, togglePanel } = usePanel(path);
  /** what is looked for, while it is */
  const [sought, setSought] = useState<string | null>(null);
  const [creating, setCreating] = useState<string | null>(null);
  const [keys, setKeys] = useState(false);
  const typed = { type: setSought, close: () => setSought(null) };
  const held = useStrayDrop(useDropToImport());
  useShortcuts(
    () => setSought((now) => now ?? ''),
    () => setKeys(true),
  );
  // Once the page stands: who asks for the search types on at once.
  useEffect(() => warm(1000, loadPalette), []);
  useEffect(() => warm(3000), []);
  return (
    <div className={'shell' + (panel ? ' with-panel' : '')}>
      <a className="skip" href="#main">
        {t('nav.skip')}
      </a>
      <Block>
        <Rail groups={groups} current={group} />
      </Block>
      <Block>{panel && <NavPanel group={group ?? groups[0]} path={path} search={search} />}</Block>
      <div className="desk">
        <Block>
          <TopBar
            panel={panel}
            togglePanel={togglePanel}
            openPalette={() => setSought('')}
            create={(entity) => setCreating(entity)}
            showKeys={() => setKeys(true)}
          />
        </Block>
        <main id="main" className="main" tabIndex={-1}>
          <Block key={page}>
            <Suspense fallback={<div className="loading" aria-busy />}>
              {isOpenTo(groups, page) ? <Outlet /> : <NoRight />}
            </Suspense>
          </Block>
        </main>
      </div>
      <Block>
        <BottomBar groups={groups} current={group} />
      </Block>
      <Block>
        <JobWatch />
      </Block>
      <Block close={typed.close}>
        {sought !== null && <GiveBack />}
        {sought !== null && (
          <Suspense fallback={<PaletteFrame {...typed} text={sought} />}>
            <Palette
              groups={groups}
              typed={{ ...typed, text: sought }}
              create={setCreating}
              showKeys={() => setKeys(true)}
            />
          </Suspense>
        )}
      </Block>
      {held && <p className="drop-here">{t('nav.dropHere')}</p>}
      <Block close={() => setKeys(false)}>{keys && <Shortcuts close={() => setKeys(false)} />}</Block>
      <Block close={() => setCreating(null)}>
        {creating && <QuickCreate entity={creating} close={() => setCreating(null)} />}
      </Block>
    </div>
  );
}

/** Beside the page the menu stays as it was left; over the page of a narrow screen it goes when another page comes. */
function usePanel(path: string) {
  const beside = useMedia('(min-width: 1200px)');
  const [kept, setKept] = useState(() => localStorage.getItem(panelKey) !== 'closed');
  const [over, setOver] = useState(false);
  useEffect(() => setOver(false), [path, beside]);
  const togglePanel = () => {
    if (!beside) return setOver(!over);
    localStorage.setItem(panelKey, kept ? 'closed' : 'open');
    setKept(!kept);
  };
  return { panel: beside ? kept : over, togglePanel };
}

/** A form that is being sent, or cannot be, as its button says. */
const isHeld = (form: HTMLFormElement) => [...form.elements].some((one) => one.matches('[type=submit]:disabled'));

/** Saves what one is writing: the form one is in, else that of the dialog in front, else that of the page. */
function submitForm() {
  const form =
    document.activeElement?.closest('form') ??
    [...document.querySelectorAll<HTMLFormElement>('[role=dialog] form')].at(-1) ??
    document.querySelector<HTMLFormElement>('form.page');
  if (form && !isHeld(form)) form.requestSubmit();
}

function useShortcuts(search: () => void, help: () => void) {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const typing = (event.target as HTMLElement).closest('input, textarea, select, [contenteditable]');
      const { anywhere } = shortcuts;
      // A question that must be answered comes first, and would take the focus back.
      const acts = { search: () => document.querySelector('.ant-modal') ?? search(), help, save: submitForm };
      const wanted = (['search', 'help', 'save'] as const).find((name) => isPressed(event, anywhere[name]));
      const bare = !event.ctrlKey && !event.metaKey;
      // A bare key is a letter to whoever is typing.
      if (!wanted || event.defaultPrevented || (bare && (typing || !bareKeysWork()))) return;
      event.preventDefault();
      acts[wanted]();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [search, help]);
}
