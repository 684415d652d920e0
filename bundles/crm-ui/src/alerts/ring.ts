import { queryClient } from '../api/queries';
import { toast } from '../kit/Toast';
import { unreadQuery } from './api';

/** Shows an alert outside the window where that is allowed, otherwise inside it. */
export async function ring(id: string): Promise<void> {
  const { alerts } = await queryClient.fetchQuery({ ...unreadQuery, staleTime: 0 });
  const alert = alerts.find((one) => one.id === id);
  if (!alert) return;
  if (typeof Notification === 'undefined' || Notification.permission !== 'granted') {
    if (!document.hidden) toast(alert.text);
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
