import i18next from 'i18next';
import { queryClient } from '../api/queries';
import { toastSum } from '../kit/Toast';
import { unreadQuery } from './api';
import { openBell } from './opening';

/** Shows an alert outside the window where that is allowed, otherwise inside it. */
export async function ring(id: string): Promise<void> {
  const { alerts } = await queryClient.fetchQuery({ ...unreadQuery, staleTime: 0 });
  const alert = alerts.find((one) => one.id === id);
  if (!alert) return;
  if (typeof Notification === 'undefined' || Notification.permission !== 'granted') {
    if (!document.hidden) say(alert.text);
    return;
  }
  const { record, text } = alert;
  // All tabs show the same one: the tag lets it appear once.
  const options = { tag: `alert-${id}`, icon: '/icon-192.png', data: `/record/${record.entity}/${record.id}` };
  const worker = await navigator.serviceWorker?.getRegistration();
  if (worker) return worker.showNotification(text, options);
  const shown = new Notification(text, options);
  shown.onclick = () => {
    window.focus();
    location.assign(options.data);
  };
}

/** One message for all that come at once: the newest in words, or how many there are. */
function say(text: string): void {
  toastSum({
    of: 'alerts',
    icon: 'bell',
    words: (number) => (number === 1 ? text : i18next.t('alert.newOnes', { number })),
    action: { label: i18next.t('alert.show'), run: openBell },
  });
}
