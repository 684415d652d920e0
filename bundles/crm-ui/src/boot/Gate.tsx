import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lazily } from '../kit/lazily';
import { caller, Problem, put } from '../api/client';
import { listen, tellSession } from '../api/events';
import { inTurn } from '../api/inTurn';
import { bootstrapQuery, isAway } from '../api/queries';
import type { Bootstrap, Session, Settings } from '../api/types';
import { clearOldDrafts } from '../form/drafts';
import { switchLanguage } from '../i18n';
import { Block } from '../kit/Block';
import { Button } from '../kit/Button';
import { questions } from '../kit/confirm';
import { Logo } from '../kit/Logo';
import { Toasts } from '../kit/Toast';
import { compose } from '../mail/compose';
import { SkinContext } from '../theme/context';
import { applyLook, rememberedLook, skinOf, type Look } from '../theme/skins';
import { AppContext, useGround } from '../app';
import { useCalled } from './called';
import { router } from './router';

const SignIn = lazily(() => import('./SignIn'));
const SignInAgain = lazily(() => import('./SignInAgain'));
const ConfirmHost = lazily(() => import('../kit/ConfirmHost'));
const MailHost = lazily(() => import('../mail/MailHost'));

/** Lets people in: draws the sign-in page, the forced change of the password or the application. */
export function Gate() {
  const { t, i18n } = useTranslation();
  const client = useQueryClient();
  const boot = useQuery({
    ...bootstrapQuery,
    retry: false,
    refetchInterval: ({ state }) => (state.data === undefined && isAway(state.error) ? 3000 : false),
  });
  const look = useLook(boot.data);
  const other = useOther(boot.data?.user.id);
  const entered = useCallback(
    (session: Session) => {
      caller.csrf = session.csrf;
      tellSession();
      void client.resetQueries({ queryKey: ['bootstrap'] });
    },
    [client],
  );
  const problem = boot.error instanceof Problem ? boot.error : undefined;
  let page;
  if (boot.isPending || other) page = <div className="loading" aria-busy />;
  else if (boot.data) page = <Inside boot={boot.data} />;
  else if (problem?.status === 401 || problem?.code === 'password.change') {
    page = <SignIn entered={entered} mustChange={problem.code === 'password.change'} />;
  } else page = <Away text={boot.error.message} again={() => void boot.refetch()} label={t('error.again')} />;
  const locale = i18n.language === 'en' ? 'en' : 'th';
  const skin = useMemo(() => ({ look, locale }) as const, [look, locale]);
  return (
    <SkinContext value={skin}>
      <Suspense fallback={<div className="loading" aria-busy />}>{page}</Suspense>
      <Toasts closeLabel={t('act.close')} />
    </SkinContext>
  );
}

/** Whether somebody else came in by this browser: he begins anew, with nothing of what was here. */
function useOther(user: string | undefined): boolean {
  const [first, setFirst] = useState(user);
  if (first === undefined && user !== undefined) setFirst(user);
  const other = first !== undefined && user !== undefined && user !== first;
  useEffect(() => {
    if (other) location.assign('/');
  }, [other]);
  return other;
}

function Away({ text, again, label }: { text: string; again: () => void; label: string }) {
  return (
    <main className="gate">
      <div className="gate-card" role="alert">
        <header>
          <Logo size={34} />
          <strong>Sala CRM</strong>
        </header>
        <p>{text}</p>
        <Button look="solid" onClick={again}>
          {label}
        </Button>
      </div>
    </main>
  );
}

function useLook(boot: Bootstrap | undefined): Look {
  const settings = boot?.settings;
  const brand = boot?.company.brand ?? '';
  const look = useMemo<Look>(
    () => (settings ? { ...settings, skin: skinOf(settings.skin, brand) } : rememberedLook()),
    [settings, brand],
  );
  useEffect(() => applyLook(look), [look]);
  useEffect(() => {
    if (settings) void switchLanguage(settings.locale);
  }, [settings]);
  return look;
}

/** What the server has put into words it is asked anew for, in the language that is spoken now. */
const reword = (client: QueryClient) =>
  client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== bootstrapQuery.queryKey[0] });

function Inside({ boot }: { boot: Bootstrap }) {
  const client = useQueryClient();
  const { t } = useTranslation();
  const [ended, setEnded] = useState(false);
  const [away, setAway] = useState(false);
  /** What was refused for want of a session waits for the next one. */
  const waiting = useRef<((again: boolean) => void)[]>([]);
  const goOn = useCallback((again: boolean) => {
    setEnded(false);
    for (const on of waiting.current.splice(0)) on(again);
  }, []);
  useEffect(() => {
    clearOldDrafts();
    caller.ended = () => {
      setEnded(true);
      return new Promise((on) => waiting.current.push(on));
    };
    caller.away = setAway;
    const deaf = listen(setAway);
    return () => {
      deaf();
      caller.ended = () => Promise.resolve(false);
      goOn(false);
    };
  }, [goOn]);
  const called = useCalled(boot);
  const ground = useMemo(
    () => ({
      boot,
      called,
      change: (settings: Partial<Settings>) => {
        void client.cancelQueries(bootstrapQuery);
        // What has become of the rest meanwhile stays; of two quick changes the first answer says nothing of the second.
        const show = (next: Partial<Settings>) =>
          client.setQueryData(
            bootstrapQuery.queryKey,
            (now) => now && { ...now, settings: { ...now.settings, ...next } },
          );
        show(settings);
        inTurn('settings', () => put<Settings>('/api/settings', settings)).then(
          ({ era }) => {
            if (!settings.locale) return show(settings);
            // A language brings its era with it, unless one was chosen.
            show({ era, ...settings });
            void switchLanguage(settings.locale).then(() => reword(client));
          },
          () => client.invalidateQueries(bootstrapQuery),
        );
      },
    }),
    [boot, called, client],
  );
  const app = useGround(ground);
  const back = (session: Session) => {
    tellSession();
    if (session.user.id !== boot.user.id) return location.assign('/');
    caller.csrf = session.csrf; // what is asked anew below would go out with the old one
    client.setQueryData(bootstrapQuery.queryKey, { ...boot, csrf: session.csrf });
    goOn(true);
    setAway(false);
    void client.invalidateQueries();
  };
  return (
    <AppContext value={app}>
      <RouterProvider router={router} />
      {away && !ended && (
        <p className="away-note" role="status">
          {t('error.away')}
        </p>
      )}
      <Block close={() => questions.now()?.answer(false)}>
        <ConfirmHost />
      </Block>
      <Block close={() => compose(null)}>
        <MailHost />
      </Block>
      <Block close={() => goOn(false)}>{ended && <SignInAgain login={boot.user.login} entered={back} />}</Block>
    </AppContext>
  );
}
