/** The types of the server's events (docs/http.md), by which they are listened to. */
export const eventTypes = ['metadata', 'views', 'settings', 'record', 'attached', 'job', 'alert', 'session', 'missed'];
