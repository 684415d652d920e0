/** The types of the server's events (docs/http.md): what is not named here nobody hears. */
export const eventTypes = ['metadata', 'views', 'settings', 'record', 'attached', 'job', 'alert', 'session', 'missed'];
