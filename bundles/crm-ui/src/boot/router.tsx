import { Crash } from '../kit/Block';
import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { patiently } from '../api/patiently';
import { accessQuery, homeQuery, queryClient, recordQuery, typeQuery } from '../api/queries';
import { pageTexts } from '../i18n';
import { Missing } from '../shell/Crash';
import { Shell } from '../shell/Shell';
import { readCalendarState, type CalendarState } from '../calendar/state';
import { layoutQuery } from '../grid/layout';
import { readListState, type ListState } from '../grid/state';
import { viewOf } from '../grid/useList';

type Search = Record<string, unknown>;

/** What a page takes from its address and no more: the router would hand on what is wrong there as it stands. */
const only =
  <T extends object>(read: (search: Search) => T) =>
  (search: Search): T => ({
    ...Object.fromEntries(Object.keys(search).map((name) => [name, undefined])),
    ...read(search),
  });

const root = createRootRoute({ component: Shell, notFoundComponent: Missing, errorComponent: Crash });

const page = <P extends string>(path: P, load: () => Promise<Record<'default', React.ComponentType>>) =>
  createRoute({ getParentRoute: () => root, path, component: lazyRouteComponent(patiently(load)) });

/** A page that few people open, with its words. */
const seldom =
  <M,>(load: () => Promise<M>) =>
  async (): Promise<M> =>
    (await Promise.all([load(), pageTexts()]))[0];

/** What a page shows first is asked for while its code comes; the page itself says what goes wrong. */
const typed = ({ params }: { params: { entity: string } }) => void queryClient.prefetchQuery(typeQuery(params.entity));

async function laidOut(entity: string, view: string | undefined) {
  const type = await queryClient.ensureQueryData(typeQuery(entity));
  await queryClient.prefetchQuery(layoutQuery(type, viewOf(type, view)));
}

const list = createRoute({
  getParentRoute: () => root,
  path: '/list/$entity',
  validateSearch: only<ListState>(readListState),
  loaderDeps: ({ search }) => ({ view: search.view }),
  loader: ({ params, deps }) => void laidOut(params.entity, deps.view).catch(() => undefined),
  component: lazyRouteComponent(patiently(() => import('../grid/ListPage'))),
});
const board = createRoute({
  getParentRoute: () => root,
  path: '/board/$entity',
  validateSearch: only<ListState>(readListState),
  loader: typed,
  component: lazyRouteComponent(patiently(() => import('../board/BoardPage'))),
});
const calendar = createRoute({
  getParentRoute: () => root,
  path: '/calendar',
  validateSearch: only<CalendarState>(readCalendarState),
  component: lazyRouteComponent(patiently(() => import('../calendar/CalendarPage'))),
});
const importRoute = createRoute({
  getParentRoute: () => root,
  path: '/import',
  validateSearch: only<{ entity?: string; id?: string }>((search) => ({
    ...(typeof search['entity'] === 'string' ? { entity: search['entity'] } : {}),
    ...(typeof search['id'] === 'string' || typeof search['id'] === 'number' ? { id: String(search['id']) } : {}),
  })),
  component: lazyRouteComponent(patiently(seldom(() => import('../imports/ImportPage')))),
});

const merge = createRoute({
  getParentRoute: () => root,
  path: '/merge/$entity',
  validateSearch: (search: Record<string, unknown>): { ids: string[]; stays?: string } => ({
    ids: Array.isArray(search['ids']) ? search['ids'].map(String) : [],
    ...(search['stays'] ? { stays: String(search['stays']) } : {}),
  }),
  component: lazyRouteComponent(patiently(() => import('../merge/MergePage'))),
});

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  loader: () => void queryClient.prefetchQuery(homeQuery('me')),
  component: lazyRouteComponent(patiently(() => import('../home/HomePage'))),
});
const record = createRoute({
  getParentRoute: () => root,
  path: '/record/$entity/$id',
  loader: ({ params }) => {
    typed({ params });
    void queryClient.prefetchQuery(recordQuery(params.entity, params.id));
    void queryClient.prefetchQuery(accessQuery(params.entity, params.id));
  },
  component: lazyRouteComponent(patiently(() => import('../record/RecordPage'))),
});

const routeTree = root.addChildren([
  home,
  list,
  board,
  calendar,
  importRoute,
  merge,
  record,
  page('/new/$entity', () => import('../form/CreatePage')),
  page('/duplicates/$entity', () => import('../duplicates/DuplicatesPage')),
  page(
    '/modules',
    seldom(() => import('../modules/ModulesPage')),
  ),
  page(
    '/rights/$role',
    seldom(() => import('../rights/RightsPage')),
  ),
  page(
    '/customer-data',
    seldom(() => import('../customers/CustomerDataPage')),
  ),
  page(
    '/leaver',
    seldom(() => import('../handover/LeaverPage')),
  ),
  page('/recycle-bin', () => import('../admin/RecycleBinPage')),
  page('/alerts', () => import('../alerts/AlertsPage')),
  page(
    '/mail',
    seldom(() => import('../mail/MailPage')),
  ),
  page(
    '/fields',
    seldom(() => import('../admin/FieldsPage')),
  ),
  page('/settings', () => import('../admin/SettingsPage')),
  page(
    '/pick-lists',
    seldom(() => import('../admin/PickListsPage')),
  ),
]);

export const router = createRouter({ routeTree, defaultPreload: 'intent', defaultPreloadDelay: 80 });

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
