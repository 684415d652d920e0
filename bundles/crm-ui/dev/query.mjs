// Answers the client's questions over plain arrays: filter tree, text, sort, pages, sums and groups.
import { types } from './meta.mjs';

const DAY = 86_400_000;
const zone = 7 * 3_600_000;
const dayOf = (ms) => new Date(ms + zone).toISOString().slice(0, 10);

function period(token) {
  const today = Date.parse(dayOf(Date.now()) + 'T00:00:00Z');
  const now = new Date(today);
  const y = now.getUTCFullYear();
  const m = now.getUTCMonth();
  const q = Math.floor(m / 3) * 3;
  const monday = today - ((now.getUTCDay() + 6) % 7) * DAY;
  const range = (a, b) => [a, b].map((ms) => new Date(ms).toISOString().slice(0, 10));
  const month = (year, from, count) => range(Date.UTC(year, from, 1), Date.UTC(year, from + count, 0));
  const named = {
    '@today': () => range(today, today),
    '@yesterday': () => range(today - DAY, today - DAY),
    '@tomorrow': () => range(today + DAY, today + DAY),
    '@last7': () => range(today - 6 * DAY, today),
    '@last30': () => range(today - 29 * DAY, today),
    '@next7': () => range(today, today + 6 * DAY),
    '@thisWeek': () => range(monday, monday + 6 * DAY),
    '@lastWeek': () => range(monday - 7 * DAY, monday - DAY),
    '@thisMonth': () => month(y, m, 1),
    '@lastMonth': () => month(y, m - 1, 1),
    '@nextMonth': () => month(y, m + 1, 1),
    '@thisQuarter': () => month(y, q, 3),
    '@lastQuarter': () => month(y, q - 3, 3),
    '@thisYear': () => month(y, 0, 12),
    '@lastYear': () => month(y - 1, 0, 12),
  };
  return named[token]?.() ?? ['', ''];
}

/** One Thai consonant finds what stands under it in a dictionary, a leading vowel before it or not. */
const begins = (text, start) =>
  text.startsWith(start) || (/^[ก-ฮ]$/.test(start) && /^[เแโใไ]/.test(text) && text[1] === start);

export class Asking {
  constructor(db, me) {
    this.db = db;
    this.me = me;
  }

  label(ref) {
    const entity = ref.entity;
    const row = this.db[entity]?.find((one) => one.id === ref.id);
    return row ? String(row[types[entity].titleField]) : '';
  }

  /** The value at a path, references with their label. */
  value(entity, row, path) {
    const [head, ...rest] = path.split('.');
    const field = types[entity]?.fields.find((one) => one.name === head);
    const value = row[head];
    if (field?.kind !== 'ref' || !value) return value ?? null;
    const ref = typeof value === 'string' ? { id: value, entity: field.ref } : value;
    if (rest.length === 0) return { ...ref, label: this.label(ref) };
    const target = this.db[ref.entity]?.find((one) => one.id === ref.id);
    return target ? this.value(ref.entity, target, rest.join('.')) : null;
  }

  plain(entity, row, path) {
    const value = this.value(entity, row, path);
    return value && typeof value === 'object' && 'id' in value ? value.id : value;
  }

  passes(entity, row, filter) {
    if (!filter) return true;
    if (filter.all) return filter.all.every((one) => this.passes(entity, row, one));
    if (filter.any) return filter.any.some((one) => this.passes(entity, row, one));
    if (filter.not) return !this.passes(entity, row, filter.not);
    if (filter.exists) return true;
    return this.compare(entity, row, filter);
  }

  compare(entity, row, { field, op, value: asked }) {
    if (op === 'matches') return this.matches(entity, row, asked, field === '*' ? undefined : field);
    const value = this.plain(entity, row, field);
    const token = (v) =>
      v === '@me' ? this.me : v === '@now' ? new Date().toISOString() : v === '@today' ? dayOf(Date.now()) : v;
    const wanted = Array.isArray(asked) ? asked.map(token) : token(asked);
    const none = value === null || value === '' || (Array.isArray(value) && value.length === 0);
    const text = String(value ?? '').toLowerCase();
    const on =
      typeof value === 'string' && value.includes('T') && String(wanted).length === 10
        ? dayOf(Date.parse(value))
        : value;
    const ops = {
      '=': () => on === wanted,
      '!=': () => on !== wanted,
      '<': () => !none && on < wanted,
      '<=': () => !none && on <= wanted,
      '>': () => !none && on > wanted,
      '>=': () => !none && on >= wanted,
      in: () => wanted.includes(value),
      notIn: () => !wanted.includes(value),
      contains: () => (Array.isArray(value) ? value.includes(wanted) : text.includes(String(wanted).toLowerCase())),
      startsWith: () => begins(text, String(wanted).toLowerCase()),
      empty: () => none,
      notEmpty: () => !none,
      between: () => !none && this.dayed(value) >= wanted[0] && this.dayed(value) <= wanted[1],
      within: () => !none && this.dayed(value) >= period(wanted)[0] && this.dayed(value) <= period(wanted)[1],
    };
    return ops[op]?.() ?? true;
  }

  dayed(value) {
    return typeof value === 'string' && value.includes('T') ? dayOf(Date.parse(value)) : value;
  }

  matches(entity, row, text, path) {
    const wanted = String(text).toLowerCase();
    const paths = path ? [path] : types[entity].fields.filter((f) => f.kind !== 'parts').map((f) => f.name);
    return paths.some((one) => {
      const value = this.value(entity, row, one);
      return String(value?.label ?? value ?? '')
        .toLowerCase()
        .includes(wanted);
    });
  }

  find(entity, { filter, text, textField, sort = [] }) {
    const rows = this.db[entity].filter(
      (row) => this.passes(entity, row, filter) && (!text || this.matches(entity, row, text, textField)),
    );
    const key = (row, path) => {
      const value = this.value(entity, row, path);
      return value?.label ?? value ?? '';
    };
    return rows.sort((a, b) => {
      for (const { path, desc } of sort) {
        const [x, y] = [key(a, path), key(b, path)];
        const order = typeof x === 'number' && typeof y === 'number' ? x - y : String(x).localeCompare(String(y), 'th');
        if (order !== 0) return desc ? -order : order;
      }
      return a.id < b.id ? -1 : 1;
    });
  }

  row(entity, row, fields) {
    const all = fields ?? types[entity].fields.map((field) => field.name);
    return {
      id: row.id,
      version: row.version,
      ...Object.fromEntries(all.map((path) => [path, this.value(entity, row, path)])),
    };
  }

  record(entity, row) {
    const record = this.row(entity, row);
    for (const field of types[entity].fields.filter((one) => one.kind === 'parts')) {
      record[field.name] = (row[field.name] ?? []).map((part) => ({ ...this.row(field.part, part), id: part.id }));
    }
    return record;
  }

  page(entity, query) {
    const rows = this.find(entity, query);
    const from = Number(query.after ?? 0);
    const to = from + (query.limit ?? 50);
    const exact = query.count === 'exact' || rows.length <= 1000;
    return {
      items: rows.slice(from, to).map((row) => this.row(entity, row, query.fields)),
      ...(to < rows.length ? { next: String(to) } : {}),
      ...(query.may ? { may: rows.slice(from, to).map((row) => row.id) } : {}),
      ...(query.count ? { total: { value: exact ? rows.length : 1000, exact } } : {}),
      ...(query.sums?.length
        ? {
            sums: Object.fromEntries(
              query.sums.map((path) => [
                path,
                rows.reduce((sum, row) => sum + (this.plain(entity, row, path) ?? 0), 0),
              ]),
            ),
          }
        : {}),
    };
  }

  table({ dimensions, facts }) {
    const [fact] = Object.values(facts);
    const groups = new Map();
    for (const row of this.find(fact.entity, { filter: fact.filter })) {
      const key = this.plain(fact.entity, row, dimensions[0].path);
      groups.set(key, [...(groups.get(key) ?? []), row]);
    }
    const measures = Object.entries(fact.measures);
    return {
      columns: [
        { name: dimensions[0].name, kind: 'pick', role: 'dimension' },
        ...measures.map(([name]) => ({ name, kind: 'decimal', role: 'measure' })),
      ],
      rows: [...groups].map(([key, rows]) => [
        key,
        ...measures.map(([, measure]) =>
          measure.function === 'count' ? rows.length : rows.reduce((sum, row) => sum + (row[measure.of] ?? 0), 0),
        ),
      ]),
    };
  }
}
