import { nextId } from './data.mjs';
import { sfa, types } from './meta.mjs';

const L = (th, en) => ({ th, en });
const now = () => new Date().toISOString().replace(/\.\d+Z$/, 'Z');

function typeOf(world, entity, Refusal) {
  const type = types[entity];
  if (!type || (sfa.entities.includes(entity) && !world.modules.has('sfa'))) throw new Refusal(404, 'ไม่มีโมดูลของข้อมูลนี้');
  return type;
}

function rowOf(world, entity, id, Refusal) {
  const row = world.db[entity]?.find((one) => one.id === id);
  if (!row) throw new Refusal(404, 'ไม่พบรายการนี้ หรือคุณไม่มีสิทธิ์ดู');
  return row;
}

const bare = (field, value) => {
  if (field.kind === 'ref' && value) {
    const ref = typeof value === 'string' ? { id: value, entity: field.ref } : value;
    return { id: ref.id, entity: ref.entity ?? field.ref };
  }
  if (field.kind !== 'parts') return value;
  const fields = types[field.part].fields;
  return (value ?? []).map((part) => {
    const known = Object.fromEntries(
      fields.filter((one) => part[one.name] !== undefined).map((one) => [one.name, bare(one, part[one.name])]),
    );
    return { id: part.id ?? nextId(), ...known };
  });
};

function note(world, entity, row, verb, changes) {
  const key = `${entity}/${row.id}`;
  const item = { id: nextId(), at: now(), by: { id: world.me.id, label: world.me.name }, verb, source: 'web', changes };
  world.history.set(key, [item, ...(world.history.get(key) ?? [])]);
}

function write({ world, type, Refusal }, row, values, verb) {
  const errors = [];
  const changes = [];
  for (const [name, value] of Object.entries(values)) {
    const field = type.fields.find((one) => one.name === name);
    if (!field) continue;
    if (field.required && (value === null || value === ''))
      errors.push({ field: name, code: 'required', message: 'ต้องระบุ' });
    if (value === 'ผิด') errors.push({ field: name, code: 'bad', message: 'ค่านี้ใช้ไม่ได้' });
    const old = world.asking.value(type.name, row, name);
    const next = bare(field, value);
    if (JSON.stringify(row[name]) === JSON.stringify(next)) continue;
    row[name] = next;
    changes.push({ field: name, label: field.label, old, new: world.asking.value(type.name, row, name) });
  }
  if (errors.length > 0) throw new Refusal(422, 'ข้อมูลบางช่องไม่ถูกต้อง', { errors });
  row.version += 1;
  row.modified = now();
  note(world, type.name, row, verb, changes);
  world.tell('record', { entity: type.name, id: row.id, version: row.version, op: verb });
}

const etag = (row) => ({ ETag: `"${row.version}"` });
const fresh = (world, entity, row) => ({ status: 200, body: world.asking.record(entity, row), headers: etag(row) });

function checkVersion(world, entity, row, request, Refusal) {
  const asked = request.headers['if-match']?.replace(/"/g, '');
  if (asked !== undefined && asked !== String(row.version)) {
    throw new Refusal(412, 'มีผู้แก้ไขรายการนี้ไปแล้ว', { current: world.asking.record(entity, row) });
  }
}

function remove(world, entity, row) {
  world.db[entity] = world.db[entity].filter((one) => one !== row);
  world.bin.unshift({
    id: nextId(),
    entity,
    label: String(row[types[entity].titleField]),
    at: now(),
    by: { id: world.me.id, label: world.me.name },
    row,
  });
  world.tell('record', { entity, id: row.id, op: 'delete' });
}

function act(world, { params: [entity, id, action], body, request, Refusal }) {
  const type = typeOf(world, entity, Refusal);
  const row = rowOf(world, entity, id, Refusal);
  checkVersion(world, entity, row, request, Refusal);
  const transition = type.lifecycle?.transitions.find((one) => one.id === action);
  const input = body.input ?? {};
  if (transition) {
    const field = type.lifecycle.field;
    if (!transition.from.includes(row[field])) throw new Refusal(409, 'สถานะของรายการเปลี่ยนไปแล้ว');
    const state = type.lifecycle.states.find((one) => one.code === transition.to);
    const percent = state?.percent === undefined ? {} : { probability: state.percent };
    write({ world, type, Refusal }, row, { ...input, ...percent, [field]: transition.to }, 'update');
    return { message: 'เปลี่ยนสถานะแล้ว', tone: 'success', record: world.asking.record(entity, row) };
  }
  const account = {
    id: nextId(),
    version: 1,
    name: row.company ?? row.name,
    created: now(),
    modified: now(),
    owner: row.owner,
  };
  world.db.account.push(account);
  write({ world, type, Refusal }, row, { status: 'qualified' }, 'update');
  return { message: 'คัดกรองเป็นลูกค้าแล้ว', tone: 'success', open: { entity: 'account', id: account.id } };
}

function bulk(world, { params: [entity], body, Refusal }) {
  const type = typeOf(world, entity, Refusal);
  const rows = body.ids ? world.db[entity].filter((row) => body.ids.includes(row.id)) : world.asking.find(entity, body);
  const label = L('ทำกับหลายรายการ', 'Bulk change');
  const job = world.job('bulk', label, rows.length, () => {
    for (const row of rows) {
      if (body.verb === 'delete') remove(world, entity, row);
      else write({ world, type, Refusal }, row, body.values ?? {}, 'update');
    }
  });
  return { status: 202, body: job };
}

function timeline(world, { params: [entity, id] }) {
  const about = world.db.activity.filter((row) => row.about?.id === id);
  const status = types.activity.fields.find((field) => field.name === 'status');
  const activities = about.map((row) => {
    const state = status.options.find((option) => option.code === row.status);
    return {
      id: `a${row.id}`,
      at: row.due ?? row.created,
      kind: 'activity',
      entity: 'activity',
      record: row.id,
      label: row.subject,
      text: row.result ?? '',
      by: {
        id: row.owner?.id ?? world.me.id,
        label: world.asking.label(row.owner ?? { id: world.me.id, entity: 'user' }),
      },
      icon:
        row.type === 'phone'
          ? 'phone'
          : row.type === 'email'
            ? 'mail'
            : row.type === 'appointment'
              ? 'appointment'
              : 'task',
      state,
    };
  });
  const changes = (world.history.get(`${entity}/${id}`) ?? []).map((item) => ({
    id: `h${item.id}`,
    at: item.at,
    kind: 'change',
    label: '',
    by: item.by,
    changes: item.changes,
  }));
  const notes = (world.notes.get(`${entity}/${id}`) ?? []).map((item) => ({
    ...item,
    id: `n${item.id}`,
    kind: 'note',
    label: '',
  }));
  return { items: [...activities, ...changes, ...notes].sort((a, b) => (a.at < b.at ? 1 : -1)) };
}

const R = '^/api/records/([^/]+)';
export const recordRoutes = [
  ['GET', /^\/api\/types\/([^/]+)$/, (world, { params: [name], Refusal }) => typeOf(world, name, Refusal)],
  ['POST', /^\/api\/query$/, (world, { body }) => world.asking.table(body)],
  [
    'POST',
    new RegExp(`${R}/query$`),
    (world, { params: [entity], body, Refusal }) => typeOf(world, entity, Refusal) && world.asking.page(entity, body),
  ],
  ['POST', new RegExp(`${R}/bulk$`), bulk],
  [
    'POST',
    new RegExp(`${R}$`),
    (world, { params: [entity], body, Refusal }) => {
      const type = typeOf(world, entity, Refusal);
      const first = type.lifecycle && { [type.lifecycle.field]: type.lifecycle.states[0].code };
      const owner = { id: world.me.id, entity: 'user' };
      const row = { id: nextId(), version: 0, created: now(), owner, ...first };
      world.db[entity].push(row);
      try {
        write({ world, type, Refusal }, row, body, 'create');
      } catch (error) {
        world.db[entity].pop();
        throw error;
      }
      return { status: 201, body: world.asking.record(entity, row), headers: etag(row) };
    },
  ],
  [
    'GET',
    new RegExp(`${R}/([^/]+)$`),
    (world, { params: [entity, id], Refusal }) =>
      typeOf(world, entity, Refusal) && fresh(world, entity, rowOf(world, entity, id, Refusal)),
  ],
  [
    'PATCH',
    new RegExp(`${R}/([^/]+)$`),
    (world, { params: [entity, id], body, request, Refusal }) => {
      const row = rowOf(world, entity, id, Refusal);
      checkVersion(world, entity, row, request, Refusal);
      write({ world, type: typeOf(world, entity, Refusal), Refusal }, row, body, 'update');
      return fresh(world, entity, row);
    },
  ],
  [
    'DELETE',
    new RegExp(`${R}/([^/]+)$`),
    (world, { params: [entity, id], request, Refusal }) => {
      const row = rowOf(world, entity, id, Refusal);
      checkVersion(world, entity, row, request, Refusal);
      remove(world, entity, row);
    },
  ],
  ['POST', new RegExp(`${R}/([^/]+)/actions/([^/]+)$`), act],
  [
    'GET',
    new RegExp(`${R}/([^/]+)/history$`),
    (world, { params }) => ({ items: world.history.get(params.join('/')) ?? [] }),
  ],
  ['GET', new RegExp(`${R}/([^/]+)/timeline$`), timeline],
  [
    'GET',
    new RegExp(`${R}/([^/]+)/access$`),
    (world, { params }) => ({ ...types[params[0]].access, follows: world.followed.has(params.join('/')) }),
  ],
  ['PUT', new RegExp(`${R}/([^/]+)/follow$`), (world, { params }) => void world.followed.add(params.join('/'))],
  ['DELETE', new RegExp(`${R}/([^/]+)/follow$`), (world, { params }) => void world.followed.delete(params.join('/'))],
  [
    'GET',
    new RegExp(`${R}/([^/]+)/counts$`),
    (world, { params: [entity, id] }) => ({
      ...Object.fromEntries(
        types[entity].related
          .filter((one) => !sfa.entities.includes(one.entity) || world.modules.has('sfa'))
          .map((one) => [
            one.id,
            { value: world.db[one.entity].filter((row) => row[one.via]?.id === id).length, exact: true },
          ]),
      ),
      notes: { value: (world.notes.get(`${entity}/${id}`) ?? []).length, exact: true },
      files: { value: (world.files.get(`${entity}/${id}`) ?? []).length, exact: true },
    }),
  ],
];
