import { menus } from './menus.mjs';
import { sfa, types } from './meta.mjs';

const L = (th, en) => ({ th, en });
const company = {
  name: L('บริษัท ศาลาไทย จำกัด', 'Sala Thai Co., Ltd.'),
  timeZone: 'Asia/Bangkok',
};
const personas = [
  { id: 'sales', name: L('พิมพ์ชนก ใจดี', 'Pimchanok Jaidee'), role: L('พนักงานขาย', 'Sales') },
  { id: 'manager', name: L('วีระชัย ศรีสุข', 'Weerachai Srisuk'), role: L('ผู้จัดการฝ่ายขาย', 'Sales manager') },
  { id: 'service', name: L('กัญญา ทองดี', 'Kanya Thongdee'), role: L('พนักงานบริการ', 'Service') },
  { id: 'admin', name: L('ผู้ดูแลระบบ', 'Administrator'), role: L('ผู้ดูแลระบบ', 'Administrator') },
];

const session = (world) => ({
  user: { id: world.me.id, login: world.me.login, name: world.me.name },
  csrf: 'dev',
  mustChangePassword: world.mustChange === true,
});

function enter(world, login) {
  world.signedIn = login;
  return session(world);
}

export const sessionRoutes = [
  [
    'GET',
    /^\/api\/session$/,
    (world, { Refusal }) => {
      if (!world.signedIn) throw new Refusal(401, 'กรุณาเข้าสู่ระบบ', { languages: ['th', 'en'], company, personas });
      return session(world);
    },
  ],
  [
    'POST',
    /^\/api\/session$/,
    (world, { body, Refusal }) => {
      const user = world.db.user.find((one) => one.login === body.login);
      if (!user || body.password === '') throw new Refusal(401, 'ชื่อเข้าใช้หรือรหัสผ่านไม่ถูกต้อง');
      world.mustChange = body.password === 'first';
      return enter(world, body.login);
    },
  ],
  ['POST', /^\/api\/session\/persona$/, (world, { body }) => enter(world, body.persona)],
  [
    'PUT',
    /^\/api\/session\/password$/,
    (world, { body, Refusal }) => {
      if (body.next.length < 10) {
        throw new Refusal(422, 'รหัสผ่านสั้นเกินไป', {
          errors: [{ field: 'next', code: 'short', message: 'อย่างน้อย 10 ตัวอักษร' }],
        });
      }
      world.mustChange = false;
      return session(world);
    },
  ],
  [
    'DELETE',
    /^\/api\/session$/,
    (world) => {
      world.signedIn = null;
    },
  ],
  ['GET', /^\/api\/bootstrap$/, (world, { Refusal }) => bootstrap(world, Refusal)],
  ['GET', /^\/api\/home/, home],
  [
    'PUT',
    /^\/api\/settings$/,
    (world, { body }) => {
      Object.assign(world.settings, body);
      return world.settings;
    },
  ],
  [
    'GET',
    /^\/api\/preferences\/([^/]+)$/,
    (world, { params }) => ({ status: 200, body: world.preferences.get(params[0]) ?? null }),
  ],
  [
    'PUT',
    /^\/api\/preferences\/([^/]+)$/,
    (world, { params, body }) => {
      world.preferences.set(params[0], body);
    },
  ],
  [
    'GET',
    /^\/api\/events$/,
    (world, { response }) => {
      response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-cache' });
      response.write(': hello\n\n');
      world.listeners.add(response);
      response.on('close', () => world.listeners.delete(response));
    },
  ],
];

function bootstrap(world, Refusal) {
  if (world.mustChange) throw new Refusal(403, 'ต้องเปลี่ยนรหัสผ่านก่อน', { code: 'password.change' });
  const away = world.modules.has('sfa') ? [] : sfa.entities;
  const known = Object.values(types).filter((type) => !type.parent && !away.includes(type.name));
  const admin = world.signedIn === 'admin';
  return {
    version: String(world.version),
    user: { id: world.me.id, login: world.me.login, name: world.me.name, teams: [], admin, permissions: [] },
    settings: world.settings,
    company,
    modules: [...world.modules].map((id) => ({ id, version: '1.0', label: L('การขาย', 'Sales') })),
    menus: menus.filter((menu) => (away.length === 0 || menu.id !== sfa.group) && (admin || menu.id !== 'admin')),
    entities: known.map(({ name, label, plural, icon }) => ({
      name,
      label,
      plural,
      icon,
      create: true,
      quick: ['lead', 'account', 'contact', 'opportunity', 'activity'].includes(name),
      import: ['lead', 'account', 'contact'].includes(name),
      common: ['user', 'product'].includes(name),
      custom: types[name].features.custom === true,
    })),
    csrf: 'dev',
  };
}

const day = [
  ['activity', 'today', L('กิจกรรมวันนี้', 'Activities today')],
  ['activity', 'overdue', L('เกินกำหนด', 'Overdue')],
  ['opportunity', 'mine', L('โอกาสที่เปิดอยู่ของฉัน', 'My open opportunities')],
];

function home(world) {
  const away = world.modules.has('sfa') ? [] : sfa.entities;
  const here = day.filter(([entity]) => !away.includes(entity));
  return {
    team: true,
    blocks: here.map(([entity, id, label]) => {
      const view = types[entity].views.find((one) => one.id === id);
      const { columns } = view;
      const page = world.asking.page(entity, { fields: columns, filter: view.filter, sort: view.sort, limit: 8 });
      return { id: `${entity}.${id}`, entity, view: id, label, columns, phones: [], rows: page.items };
    }),
    types: Object.fromEntries(here.map(([entity]) => [entity, types[entity]])),
  };
}
