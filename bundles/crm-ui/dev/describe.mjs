// How the stand-in server describes its kinds of records.
import { L, picks } from './picks.mjs';

export { picks };
export const f = (name, kind, th, en, more = {}) => ({
  name,
  kind,
  label: L(th, en),
  required: false,
  readOnly: false,
  unique: false,
  listed: false,
  sortable: kind !== 'parts' && kind !== 'multipick',
  filterable: kind !== 'parts',
  custom: false,
  access: 'write',
  ...(more.pick ? { pickList: more.pick, options: picks[more.pick] } : {}),
  ...more,
});
const common = [
  f('owner', 'ref', 'ผู้ดูแล', 'Owner', { ref: 'user', listed: true }),
  f('created', 'datetime', 'สร้างเมื่อ', 'Created', { readOnly: true, access: 'read' }),
  f('modified', 'datetime', 'แก้ไขล่าสุด', 'Modified', { readOnly: true, access: 'read' }),
];
const all = {
  create: true,
  read: true,
  update: true,
  delete: true,
  assign: true,
  share: true,
  import: true,
  export: true,
};
const features = { activities: true, files: true, notes: true, history: true, import: true, custom: true };
export const view = (id, th, en, columns, more = {}) => ({
  id,
  label: L(th, en),
  columns,
  sort: [],
  mode: 'table',
  ...more,
});
export const section = (id, th, en, ...fields) => ({ id, label: L(th, en), fields });

export function type(name, [th, en, plural, icon], titleField, fields, more = {}) {
  const master = ['user', 'team', 'role', 'territory', 'product'].includes(name);
  const every = more.parent ? fields : [...fields, ...(master ? common.slice(1) : common)];
  return {
    name,
    module: 'core',
    label: L(th, en),
    plural: L(th, plural),
    icon,
    titleField,
    fields: every,
    views: [
      view(
        'all',
        'ทั้งหมด',
        'All',
        every.filter((x) => x.listed).map((x) => x.name),
        { sort: [{ path: titleField }] },
      ),
    ],
    form: { sections: [section('main', 'ข้อมูลหลัก', 'Main data', ...every.map((x) => x.name))] },
    quick: [titleField],
    related: [],
    actions: [],
    features: master || more.parent ? { history: true } : features,
    access: all,
    ...more,
  };
}
export const mine = { field: 'owner', op: '=', value: '@me' };
