import i18next from 'i18next';
import { toast } from '../kit/Toast';

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
  addEventListener('load', () => {
    serviceWorker.register('/worker.js').catch((reason: unknown) => console.info('no worker', reason));
  });
}
