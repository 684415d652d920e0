import type { Json } from './types';

export interface FieldProblem {
  field: string;
  code: string;
  message: string;
}

const refusalsOf = (body: Record<string, unknown>): FieldProblem[] =>
  Array.isArray(body['errors']) ? (body['errors'] as FieldProblem[]) : [];

/**
 * A refusal of the server, in the user's language. Its message is what is wrong with each value; where nothing is said
 * of values, what is wrong.
 */
export class Problem extends Error {
  constructor(
    readonly status: number,
    title: string,
    readonly body: Record<string, unknown> = {},
  ) {
    const said = refusalsOf(body).map((one) => one.message);
    super(said.join(' ') || title);
  }
  get code(): string {
    return typeof this.body['code'] === 'string' ? this.body['code'] : '';
  }
  get errors(): FieldProblem[] {
    return refusalsOf(this.body);
  }
}

/** What the client says with each call; set by the session and the language switch. */
export const caller = {
  csrf: '',
  language: 'th',
  /** the session is over; answers whether the same person signed in again */
  ended: (): Promise<boolean> => Promise.resolve(false),
  away: (_now: boolean) => {},
  unreachable: '',
};

/**
 * Whether what was refused may be sent once more: a session that ended is told of, and whoever signs in again has not
 * to say again what he had said. What was asked in the session before says nothing about this one.
 */
export async function mayAgain(status: number, csrf: string): Promise<boolean> {
  return status === 401 && (csrf !== caller.csrf || (await caller.ended()));
}

export interface Call {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  body?: unknown;
  version?: string | number | undefined;
  signal?: AbortSignal | undefined;
  /** the answer is a file: it comes as a Blob */
  file?: boolean;
}

function headersOf(call: Call): Headers {
  const headers = new Headers({ Accept: call.file ? '*/*' : 'application/json', 'Accept-Language': caller.language });
  const method = call.method ?? 'GET';
  if (method !== 'GET' && caller.csrf) headers.set('X-CSRF-Token', caller.csrf);
  if (call.version !== undefined) headers.set('If-Match', `"${call.version}"`);
  if (call.body !== undefined && !(call.body instanceof FormData)) headers.set('Content-Type', 'application/json');
  return headers;
}

type Answer = Pick<Response, 'status' | 'statusText'>;

/** What stands between says so when the server itself is away. */
const away = [502, 503, 504];

/** What an answer refuses; its status where it says no more. */
export function problemOf({ status, statusText }: Answer, body: Record<string, unknown>): Problem {
  // Thai sentences are parted by a space.
  const between = caller.language === 'en' ? '. ' : ' ';
  const text = [body['title'], body['detail']].filter((x) => typeof x === 'string' && x).join(between);
  const bare = away.includes(status) ? caller.unreachable : `${status} ${statusText}`;
  return new Problem(status, text || bare, body);
}

/** One call of the server: JSON in, JSON out; everything that is not 2xx becomes a {@link Problem}. */
export async function api<T>(url: string, call: Call = {}): Promise<T> {
  let response: Response;
  const { csrf } = caller;
  const body = call.body === undefined ? null : call.body instanceof FormData ? call.body : JSON.stringify(call.body);
  try {
    response = await fetch(url, {
      method: call.method ?? 'GET',
      headers: headersOf(call),
      body,
      signal: call.signal ?? null,
    });
  } catch (cause) {
    if (call.signal?.aborted) throw cause;
    throw new Problem(0, caller.unreachable, { cause: String(cause) });
  }
  if (!response.ok) {
    const problem = problemOf(response, (await response.json().catch(() => ({}))) as Record<string, unknown>);
    if (!url.startsWith('/api/session') && (await mayAgain(problem.status, csrf))) return api<T>(url, call);
    throw problem;
  }
  if (response.status === 204) return undefined as T;
  if (call.file) return (await response.blob()) as T;
  const text = await response.text();
  const value = (text ? JSON.parse(text) : undefined) as T;
  return withVersion(value, response.headers.get('ETag'));
}

/** A record carries its version for the next If-Match, also when it came only as ETag. */
function withVersion<T>(value: T, etag: string | null): T {
  const bare = etag?.replace(/^W\//, '').replace(/"/g, '');
  if (bare && value && typeof value === 'object' && !Array.isArray(value) && 'id' in value && !('version' in value)) {
    return { ...value, version: bare };
  }
  return value;
}

export const post = <T = Json>(url: string, body?: unknown, version?: string | number): Promise<T> =>
  api<T>(url, { method: 'POST', body: body ?? {}, version });
export const put = <T = Json>(url: string, body: unknown, version?: string | number): Promise<T> =>
  api<T>(url, { method: 'PUT', body, version });

export function upload<T>(url: string, file: File, fields: Record<string, string> = {}): Promise<T> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', file);
  return api<T>(url, { method: 'POST', body: form });
}

export const at = (...parts: string[]): string => '/api/' + parts.map(encodeURIComponent).join('/');
