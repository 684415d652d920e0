import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Bell } from '../alerts/Bell';
import { Block } from '../kit/Block';
import { lazily } from '../kit/lazily';
import { api } from '../api/client';
import { tellSession } from '../api/events';
import type { Locale, Settings } from '../api/types';
import { useApp } from '../app';
import { Avatar, Segments } from '../kit/Bits';
import { IconButton } from '../kit/Button';
import { Icon } from '../kit/Icon';
import { Menu } from '../kit/Menu';
import { toast } from '../kit/Toast';
import { skinIds, skinOf } from '../theme/skins';

const OwnPassword = lazily(() => import('./OwnPassword'));
const JobList = lazily(() => import('./JobList'));
const OwnSignature = lazily(() => import('../mail/OwnSignature'));

const languages: Record<Locale, string> = { th: 'ไทย', en: 'English' };

interface Props {
  panel: boolean;
  togglePanel: () => void;
  openPalette: () => void;
  create: (entity: string) => void;
  showKeys: () => void;
}

export function TopBar({ panel, togglePanel, openPalette, create, showKeys }: Props) {
  const { t, l, boot, change } = useApp();
  const creatable = boot.entities.filter((entity) => entity.create && entity.quick);
  return (
    <header className="top">
      <span className="only-wide">
        <IconButton
          icon="panel"
          label={t(panel ? 'nav.hidePanel' : 'nav.showPanel')}
          aria-expanded={panel}
          onClick={togglePanel}
        />
      </span>
      <button type="button" className="command" onClick={openPalette}>
        <Icon name="search" size={16} />
        <span className="grow">{t('nav.search')}</span>
        <kbd>Ctrl K</kbd>
      </button>
      <span className="grow" />
      {creatable.length > 0 && (
        <Menu
          label={t('nav.new')}
          align="end"
          groups={[
            {
              entries: creatable.map((entity) => ({
                key: entity.name,
                label: l(entity.label),
                icon: entity.icon,
                onSelect: () => create(entity.name),
              })),
            },
          ]}
          trigger={(props) => (
            <button type="button" className="btn plain new-button" {...props} aria-label={t('nav.new')}>
              <Icon name="plus" size={16} />
              <span className="btn-text">{t('nav.new')}</span>
            </button>
          )}
        />
      )}
      <span className="only-wide">
        <Segments
          label={t('user.language')}
          value={boot.settings.locale}
          onChange={(locale: Locale) => change({ locale })}
          options={[
            { value: 'th', label: 'ไทย' },
            { value: 'en', label: 'EN' },
          ]}
        />
      </span>
      <Bell />
      <UserMenu showKeys={showKeys} />
    </header>
  );
}

/** Whoever could not be signed out must not go away thinking so. */
async function signOut(refused: (why: string) => void): Promise<void> {
  try {
    await api('/api/session', { method: 'DELETE' });
  } catch (error) {
    return refused((error as Error).message);
  }
  tellSession();
  location.assign('/');
}

function UserMenu({ showKeys }: Pick<Props, 'showKeys'>) {
  const { t, me, boot, change, may } = useApp();
  const navigate = useNavigate();
  const { settings, user } = boot;
  const brand = boot.company.brand ?? '';
  const [changing, setChanging] = useState(false);
  const [signing, setSigning] = useState(false);
  const [listing, setListing] = useState(false);
  const leave = () => void signOut((why) => toast(t('user.stayed', { why }), 'danger'));
  /** One entry for each value that a setting of the person may have. */
  const ways = <K extends keyof Settings, V extends Settings[K]>(name: K, values: V[], words: (value: V) => string) =>
    values.map((value) => ({
      key: `${name}-${value}`,
      label: words(value),
      checked: settings[name] === value,
      onSelect: () => change({ [name]: value }),
    }));
  const menu = (
    <Menu
      label={t('user.menu')}
      align="end"
      groups={[
        {
          title: me,
          entries: [
            {
              key: 'me',
              label: t('user.mine'),
              icon: 'user',
              onSelect: () => void navigate({ to: '/record/$entity/$id', params: { entity: 'user', id: user.id } }),
            },
            { key: 'password', label: t('signIn.change'), icon: 'key', onSelect: () => setChanging(true) },
            ...(may('mail.send')
              ? [{ key: 'signature', label: t('mail.ownSignature'), icon: 'mail', onSelect: () => setSigning(true) }]
              : []),
            { key: 'jobs', label: t('job.mine'), icon: 'history', onSelect: () => setListing(true) },
            { key: 'keys', label: t('keys.title'), icon: 'keyboard', onSelect: showKeys },
          ],
        },
        {
          title: t('user.language'),
          look: 'row',
          entries: ways('locale', ['th', 'en'], (locale) => languages[locale]),
        },
        {
          title: t('user.skin'),
          look: 'row',
          entries: ways('skin', skinIds(brand), (skin) => t(`skin.${skin}`)).map((entry, i) => ({
            ...entry,
            checked: skinOf(settings.skin, brand).id === skinIds(brand)[i],
            swatch: skinOf(skinIds(brand)[i], brand).brand,
          })),
        },
        { title: t('user.era'), look: 'row', entries: ways('era', ['BE', 'CE'], (era) => t(`era.${era}`)) },
        {
          title: t('user.density'),
          look: 'row',
          entries: ways('density', ['compact', 'comfortable'], (density) => t(`density.${density}`)),
        },
        {
          title: t('user.font'),
          look: 'row',
          entries: [
            ...ways('fontScale', [0.9, 1, 1.1, 1.25], (scale) => `${Math.round(scale * 100)} %`),
            ...ways('loopedFont', [false, true], (looped) => t(looped ? 'user.looped' : 'user.loopless')),
          ],
        },
        {
          look: 'foot',
          entries: [{ key: 'out', label: t('user.signOut'), icon: 'logout', onSelect: leave }],
        },
      ]}
      trigger={(props) => (
        <button type="button" className="user-button" {...props} aria-label={`${t('user.menu')} ${me}`}>
          <Avatar name={me} id={boot.user.id} size={30} />
        </button>
      )}
    />
  );
  return (
    <>
      {menu}
      <Block close={() => setChanging(false)}>{changing && <OwnPassword close={() => setChanging(false)} />}</Block>
      <Block close={() => setListing(false)}>{listing && <JobList close={() => setListing(false)} />}</Block>
      <Block close={() => setSigning(false)}>{signing && <OwnSignature close={() => setSigning(false)} />}</Block>
    </>
  );
}
