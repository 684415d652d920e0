import { browser, withWindows } from './browser.mjs';

/** Somebody with a browser of his own, and the calls a script would make in his name. */
export class Person {
  #csrf = '';

  /**
   * @param kept whether his browser keeps the client on the machine: then a test cannot hold up what it loads
   * @param windows whether his browser has windows, and a desktop around them
   * @param touch whether he works with his fingers
   * @param moving whether dialogs and lists move when they open; a click may come while they do, and miss
   */
  static async at(place, { width = 1440, height = 900, kept = false, windows = false, touch = false, moving = false } = {}) {
    const context = await (windows ? await withWindows() : browser).newContext({
      baseURL: place,
      viewport: { width, height },
      acceptDownloads: true,
      hasTouch: touch,
      isMobile: touch,
      reducedMotion: moving ? 'no-preference' : 'reduce',
      serviceWorkers: kept ? 'allow' : 'block',
    });
    context.setDefaultTimeout(10_000);
    return new Person(context);
  }

  constructor(context) {
    this.context = context;
  }

  async #enter(path, data) {
    const answer = await this.context.request.post(path, { data });
    if (!answer.ok()) throw new Error(`${path} answered ${answer.status()} ${await answer.text()}`);
    const session = await answer.json();
    this.#csrf = session.csrf;
    this.id = session.user.id;
    return this;
  }

  /** Comes in without a password, as the demonstration offers it. */
  asPersona(persona) {
    return this.#enter('/api/session/persona', { persona });
  }

  signIn(login, password) {
    return this.#enter('/api/session', { login, password });
  }

  /** Goes on in the session that his page has begun anew. */
  async goOn() {
    this.#csrf = (await this.call('GET', '/api/session')).csrf;
  }

  /** Whatever is answered over HTTP. */
  fetch(method, path, data, headers = {}) {
    return this.context.request.fetch(path, {
      method,
      ...(data === undefined ? {} : { data }),
      headers: { 'X-CSRF-Token': this.#csrf, ...headers },
    });
  }

  async upload(path, file) {
    const answer = await this.context.request.post(path, { multipart: { file }, headers: { 'X-CSRF-Token': this.#csrf } });
    if (!answer.ok()) throw new Error(`${path} answered ${answer.status()} ${await answer.text()}`);
  }

  /** A call over HTTP: what a test prepares or compares with, never what it proves. */
  async call(method, path, data, headers = {}) {
    const answer = await this.fetch(method, path, data, headers);
    const text = await answer.text();
    if (!answer.ok()) {
      const refused = new Error(`${method} ${path} answered ${answer.status()} ${text}`);
      throw Object.assign(refused, { errors: answer.status() === 422 ? (JSON.parse(text).errors ?? []) : [] });
    }
    return text ? JSON.parse(text) : undefined;
  }

  settle(settings) {
    return this.call('PUT', '/api/settings', settings);
  }

  make(entity, values) {
    return this.call('POST', `/api/records/${entity}`, values);
  }

  read(entity, id) {
    return this.call('GET', `/api/records/${entity}/${id}`);
  }

  async find(entity, filter, fields = [], more = {}) {
    const query = { fields, limit: 50, ...(filter ? { filter } : {}), ...more };
    return (await this.call('POST', `/api/records/${entity}/query`, query)).items;
  }

  async count(entity, filter) {
    const query = { fields: [], limit: 1, count: 'exact', ...(filter ? { filter } : {}) };
    return (await this.call('POST', `/api/records/${entity}/query`, query)).total.value;
  }

  /** A new tab of his. */
  async page() {
    return this.context.newPage();
  }
}
