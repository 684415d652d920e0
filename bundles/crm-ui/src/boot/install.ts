import i18next from 'i18next';
import { toast } from '../kit/Toast';

/** What the worker fetches comes after what somebody who has just opened the first page waits for; in ms. */
const LATER = 3000;

/** Starts the worker that keeps the client on this machine; without one, as on a plain address, all works as before. */
export function keepClient(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const { serviceWorker } = navigator;
  const before = serviceWorker.controller;
  serviceWorker.addEventListener('controllerchange', () => {
    if (!before) return;
    const reload = { label: i18next.t('error.reload'), run: () => location.reload() };
    toast(i18next.t('error.newVersion'), 'info', reload);
  });
  const start = () =>
    serviceWorker.register('/worker.js').catch((reason: unknown) => console.info('no worker', reason));
  addEventListener('load', () => setTimeout(() => void start(), LATER));
}
