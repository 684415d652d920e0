import { nextId } from './data.mjs';
import { picks, types } from './meta.mjs';

const L = (th, en) => ({ th, en });
const modules = [
  {
    id: 'sfa',
    label: L('การขาย', 'Sales'),
    description: L('โอกาสทางการขาย ไปป์ไลน์ การปิดการขาย', 'Opportunities, pipeline, closing deals'),
    version: '1.0.0',
  },
  {
    id: 'marketing',
    label: L('การตลาด', 'Marketing'),
    description: L('แคมเปญและกลุ่มเป้าหมาย', 'Campaigns and marketing lists'),
    version: '1.0.0',
  },
];
const verbs = ['create', 'read', 'update', 'delete', 'append', 'assign', 'share', 'export', 'import'];

function changeModule(world, id, on) {
  const label = on ? L('ติดตั้งโมดูล', 'Install module') : L('ถอดโมดูลออก', 'Remove module');
  return {
    status: 202,
    body: world.job('module', label, 4, () => {
      if (on) world.modules.add(id);
      else world.modules.delete(id);
      world.version += 1;
      world.tell('metadata', { version: String(world.version) });
    }),
  };
}

function startImport(world, { body }) {
  const text = body.file.bytes.toString('utf8').replace(/^\uFEFF/, '');
  const rows = text
    .split(/\r?\n/)
    .filter(Boolean)
    .map((line) => line.split(','));
  const fields = types[body.entity].fields.filter((field) => !field.readOnly && field.kind !== 'parts');
  const columns = (rows[0] ?? []).map((header, index) => {
    const field = fields.find((one) => [one.label.th, one.label.en, one.name].includes(header.trim()));
    return {
      index,
      header,
      samples: rows.slice(1, 4).map((row) => row[index] ?? ''),
      ...(field ? { field: field.name } : {}),
      confidence: field ? 1 : 0,
    };
  });
  const made = {
    id: nextId(),
    entity: body.entity,
    file: body.file.name,
    charset: 'UTF-8',
    separator: ',',
    headerRow: 1,
    columns,
    rows: rows.length - 1,
    state: 'mapping',
    mode: 'create',
  };
  world.imports.set(made.id, { ...made, lines: rows.slice(1), problems: [] });
  return { status: 201, body: made };
}

const shown = ({ lines: _, problems: __, ...rest }) => rest;

function check(world, id) {
  const one = world.imports.get(id);
  return world.job('import.check', L('ตรวจสอบข้อมูลนำเข้า', 'Check import'), one.lines.length, () => {
    one.state = 'checked';
    one.problems = one.lines.flatMap((line, i) =>
      one.columns
        .filter((column) => column.field)
        .flatMap((column) => {
          const field = types[one.entity].fields.find((f) => f.name === column.field);
          const value = line[column.index] ?? '';
          const problem = (code, message, severity) => [
            {
              row: i + 2,
              column: column.index,
              header: column.header,
              field: field.name,
              value,
              code,
              message,
              severity,
            },
          ];
          if (field.required && !value) return problem('required', 'ต้องระบุค่า', 'error');
          if (field.kind === 'phone' && /\s/.test(value))
            return problem('phone', 'จัดรูปแบบหมายเลขโทรศัพท์ให้แล้ว', 'repaired');
          return [];
        }),
    );
  });
}

/** Rows with problems; the stand-in corrects none. */
function checkedRows(one) {
  const failed = new Set(one.problems.filter((p) => p.severity === 'error').map((p) => p.row)).size;
  const repaired = one.problems.filter((p) => p.severity === 'repaired').length;
  const rows = [...new Set(one.problems.map((p) => p.row))];
  return {
    items: rows.map((row) => ({
      row,
      cells: one.lines[row - 2],
      problems: one.problems.filter((p) => p.row === row),
      fixes: [],
    })),
    summary: { rows: one.lines.length, create: one.lines.length - failed, update: 0, failed, repaired },
  };
}

function run(world, id) {
  const one = world.imports.get(id);
  const bad = new Set(one.problems.filter((p) => p.severity === 'error').map((p) => p.row));
  return world.job('import', L('นำเข้าข้อมูล', 'Import'), one.lines.length, () => {
    one.state = 'done';
    one.lines.forEach((line, i) => {
      if (bad.has(i + 2)) return;
      const values = Object.fromEntries(one.columns.filter((c) => c.field).map((c) => [c.field, line[c.index] ?? '']));
      world.db[one.entity].push({
        id: nextId(),
        version: 1,
        created: new Date().toISOString(),
        modified: new Date().toISOString(),
        owner: { id: world.me.id, entity: 'user' },
        ...values,
      });
    });
    return { created: one.lines.length - bad.size, updated: 0, failed: bad.size };
  });
}

const accepted = (body) => ({ status: 202, body });
export const adminRoutes = [
  ['GET', /^\/api\/jobs\/([^/]+)$/, (world, { params: [id] }) => world.jobs.get(id)],
  [
    'GET',
    /^\/api\/modules$/,
    (world) => modules.map((m) => ({ ...m, state: world.modules.has(m.id) ? 'installed' : 'available' })),
  ],
  ['POST', /^\/api\/modules\/([^/]+)\/install$/, (world, { params: [id] }) => changeModule(world, id, true)],
  ['POST', /^\/api\/modules\/([^/]+)\/uninstall$/, (world, { params: [id] }) => changeModule(world, id, false)],
  [
    'POST',
    /^\/api\/modules$/,
    (_world, { body, Refusal }) => {
      throw new Refusal(422, `ไฟล์ ${body.file.name} ไม่ใช่โมดูลของ Sala`);
    },
  ],
  [
    'GET',
    /^\/api\/pick-lists$/,
    () => Object.entries(picks).map(([id, rows]) => ({ id, label: L(id, id), rows: rows.length })),
  ],
  [
    'GET',
    /^\/api\/pick-lists\/([^/]+)$/,
    (_world, { params: [list] }) => picks[list].map((row, order) => ({ ...row, order })),
  ],
  [
    'PUT',
    /^\/api\/pick-lists\/([^/]+)$/,
    (world, { params: [list], body }) => {
      picks[list].splice(0, picks[list].length, ...body);
      world.version += 1;
      world.tell('metadata', { version: String(world.version) });
      return body;
    },
  ],
  [
    'POST',
    /^\/api\/types\/([^/]+)\/fields$/,
    (world, { params: [entity], body }) => {
      types[entity].fields.push({ ...body, custom: true, access: 'write', sortable: true, filterable: true });
      types[entity].form.sections[0].fields.push(body.name);
      world.version += 1;
      world.tell('metadata', { version: String(world.version) });
      return { status: 201, body: {} };
    },
  ],
  [
    'DELETE',
    /^\/api\/types\/([^/]+)\/fields\/([^/]+)$/,
    (world, { params: [entity, name], query, Refusal }) => {
      if (query.get('force') !== 'true') throw new Refusal(409, 'ฟิลด์นี้มีข้อมูลอยู่', { uses: [L('3 รายการ', '3 records')] });
      types[entity].fields = types[entity].fields.filter((field) => field.name !== name);
      world.tell('metadata', { version: String(++world.version) });
    },
  ],
  [
    'GET',
    /^\/api\/roles\/permissions$/,
    () => [{ id: 'opportunity.reopen', label: L('เปิดโอกาสทางการขายที่ปิดแล้วอีกครั้ง', 'Reopen closed opportunities') }],
  ],
  [
    'GET',
    /^\/api\/roles\/([^/]+)\/rights$/,
    (world, { params: [id] }) =>
      world.rights?.[id] ?? {
        entities: Object.fromEntries(
          Object.values(types)
            .filter((type) => !type.parent)
            .map((type) => [
              type.name,
              Object.fromEntries(verbs.map((verb, i) => [verb, ['own', 'all', 'team', 'none'][i % 4]])),
            ]),
        ),
        fields: { 'account.revenue': 'read' },
        permissions: ['opportunity.close'],
      },
  ],
  [
    'PUT',
    /^\/api\/roles\/([^/]+)\/rights$/,
    (world, { params: [id], body }) => {
      world.rights = { ...world.rights, [id]: body };
      return body;
    },
  ],
  ['POST', /^\/api\/imports$/, startImport],
  ['GET', /^\/api\/imports\/([^/]+)$/, (world, { params: [id] }) => shown(world.imports.get(id))],
  [
    'PATCH',
    /^\/api\/imports\/([^/]+)$/,
    (world, { params: [id], body }) => {
      const one = world.imports.get(id);
      const { columns, ...rest } = body;
      Object.assign(one, rest);
      for (const { index, field } of columns ?? []) {
        const column = one.columns.find((c) => c.index === index);
        if (column) column.field = field ?? undefined;
      }
      return shown(one);
    },
  ],
  ['POST', /^\/api\/imports\/([^/]+)\/check$/, (world, { params: [id] }) => accepted(check(world, id))],
  ['POST', /^\/api\/imports\/([^/]+)\/run$/, (world, { params: [id] }) => accepted(run(world, id))],
  [
    'GET',
    /^\/api\/imports\/([^/]+)\/problems$/,
    (world, { params: [id] }) => {
      const one = world.imports.get(id);
      const failed = new Set(one.problems.filter((p) => p.severity === 'error').map((p) => p.row)).size;
      const repaired = one.problems.filter((p) => p.severity === 'repaired').length;
      return {
        items: one.problems,
        summary: { rows: one.lines.length, create: one.lines.length - failed, update: 0, failed, repaired },
      };
    },
  ],
  ['GET', /^\/api\/imports\/([^/]+)\/rows$/, (world, { params: [id] }) => checkedRows(world.imports.get(id))],
  [
    'GET',
    /^\/api\/imports\/([^/]+)\/failed\.csv$/,
    (world, { params: [id], response }) => {
      response.writeHead(200, {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': 'attachment; filename="failed.csv"',
      });
      response.end(
        '\uFEFF' +
          world.imports
            .get(id)
            .problems.map((p) => `${p.row},${p.header},${p.value},${p.message}`)
            .join('\r\n'),
      );
    },
  ],
];
