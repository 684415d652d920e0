// A few hundred believable rows, the same for every start, dated relative to today.
import { picks } from './meta.mjs';

let seed = 20261122;
const random = () => {
  seed = (seed * 1103515245 + 12345) % 2147483648;
  return seed / 2147483648;
};
const pick = (list) => list[Math.floor(random() * list.length)];
const code = (list, weights) => {
  if (!weights) return pick(picks[list]).code;
  let at = random() * weights.reduce((a, b) => a + b, 0);
  return picks[list][weights.findIndex((w) => (at -= w) < 0)].code;
};
let last = 1000;
export const nextId = () => `7${String(++last).padStart(12, '0')}`;
const moment = (days, hour = 9) => {
  const date = new Date(Date.now() + days * 86_400_000);
  date.setUTCHours(hour - 7, pick([0, 15, 30, 45]), 0, 0);
  return date.toISOString().replace('.000Z', 'Z');
};
const day = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

const first = [
  'สมชาย',
  'สมหญิง',
  'พิมพ์ชนก',
  'ณัฐพล',
  'วราภรณ์',
  'ธนกร',
  'กัญญา',
  'สุดา',
  'วีระชัย',
  'ปวีณา',
  'เกียรติศักดิ์',
  'ชัยวัฒน์',
  'อรทัย',
  'ศิริพร',
  'แพรวา',
  'โชติกา',
];
const family = ['ใจดี', 'ศรีสุข', 'ทองดี', 'รักไทย', 'แสงอรุณ', 'บุญมี', 'วัฒนา', 'เจริญสุข', 'พงษ์พิพัฒน์', 'อินทร์แก้ว'];
const company = [
  'สยามเทรดดิ้ง',
  'ไทยพัฒนาเทค',
  'กรุงไทยการพิมพ์',
  'ภูเก็ตมารีน',
  'ล้านนาคอฟฟี่',
  'อีสานอะโกร',
  'เจ้าพระยาโลจิสติกส์',
  'บางกอกฟู้ดส์',
  'อันดามันรีสอร์ต',
  'เอเชียสตีล',
  'ใบบัวการเกษตร',
  'โชคชัยยานยนต์',
  'น้ำใสอุปโภค',
  'ที่ดินทองอสังหาริมทรัพย์',
];
const ending = ['จำกัด', 'จำกัด (มหาชน)', '(ประเทศไทย) จำกัด', 'กรุ๊ป จำกัด'];
const roads = ['ถ.สุขุมวิท', 'ถ.พหลโยธิน', 'ถ.เพชรเกษม', 'ถ.ศรีนครินทร์'];
const places = [
  ['คลองเตย', 'คลองเตย', 'กรุงเทพมหานคร', '10110'],
  ['สุเทพ', 'เมืองเชียงใหม่', 'เชียงใหม่', '50200'],
  ['ในเมือง', 'เมืองขอนแก่น', 'ขอนแก่น', '40000'],
  ['ตลาดใหญ่', 'เมืองภูเก็ต', 'ภูเก็ต', '83000'],
];
const deals = [
  'ระบบ CRM ฝ่ายขาย',
  'ระบบ POS 12 สาขา',
  'ปรับปรุงเครื่องแม่ข่าย',
  'สัญญาดูแลระบบรายปี',
  'อบรมทีมขาย',
  'ระบบคลังสินค้า',
  'เว็บไซต์องค์กร',
];
const subjects = ['โทรติดตามใบเสนอราคา', 'นัดสาธิตระบบ', 'ส่งเอกสารเพิ่มเติม', 'ประชุมสรุปความต้องการ', 'เข้าพบผู้บริหาร'];
const phone = () =>
  `08${Math.floor(random() * 9)}-${String(Math.floor(random() * 1000)).padStart(3, '0')}-${String(Math.floor(random() * 10000)).padStart(4, '0')}`;
const person = () => `${pick(first)} ${pick(family)}`;

export function fill() {
  const db = Object.fromEntries(
    ['account', 'contact', 'lead', 'opportunity', 'activity', 'user', 'team', 'role', 'territory', 'product'].map(
      (n) => [n, []],
    ),
  );
  const add = (entity, values) => {
    const created = moment(-Math.floor(random() * 400), 10);
    const row = { id: nextId(), version: 1, created, modified: moment(-Math.floor(random() * 30), 14), ...values };
    db[entity].push(row);
    return { id: row.id, entity };
  };
  const territories = ['กรุงเทพฯ และปริมณฑล', 'ภาคเหนือ', 'ภาคอีสาน', 'ภาคใต้'].map((name) => add('territory', { name }));
  const teams = ['ทีมขายกรุงเทพฯ', 'ทีมขายภูมิภาค', 'ทีมบริการ'].map((name) => add('team', { name }));
  for (const name of ['ผู้ดูแลระบบ', 'ผู้จัดการฝ่ายขาย', 'พนักงานขาย', 'พนักงานบริการ']) add('role', { name });
  for (const [name, price] of [
    ['ชุดโปรแกรม CRM', 45000],
    ['บริการติดตั้ง', 12000],
    ['สัญญาดูแลรายปี', 18000],
  ])
    add('product', { name, price });
  const users = ['admin', 'sales', 'manager', 'service', 'anan', 'kanya', 'dao', 'weerachai'].map((login, i) =>
    add('user', {
      name: i === 0 ? 'ผู้ดูแลระบบ' : person(),
      login,
      email: `${login}@sala.example`,
      team: teams[i % 3],
      active: true,
    }),
  );
  const owner = () => users[1 + Math.floor(random() * 7)];
  const accounts = Array.from({ length: 320 }, (_, i) => {
    const [subdistrict, district, province, postcode] = pick(places);
    return add('account', {
      name: `${i % 9 === 0 ? 'Siam ' + pick(['Trading', 'Foods', 'Steel']) + ' Co., Ltd.' : `บริษัท ${pick(company)} ${pick(ending)}`}`,
      code: `C${String(i + 1).padStart(5, '0')}`,
      businessType: code('businessType'),
      phone: phone(),
      email: `info${i}@example.co.th`,
      website: i % 3 ? 'https://www.example.co.th' : null,
      territory: pick(territories),
      creditDays: pick([0, 15, 30, 45, 60]),
      revenue: Math.round(random() * 90_000_000) + 500_000.5,
      founded: day(-Math.floor(random() * 9000) - 400),
      remark: i % 4 ? null : 'ลูกค้าเก่าแก่ ต้องการใบกำกับภาษีทุกครั้ง\nวางบิลทุกวันที่ 5',
      owner: owner(),
      addresses: [
        {
          id: nextId(),
          kind: 'สำนักงานใหญ่',
          street: `${1 + Math.floor(random() * 300)}/${1 + (i % 9)} ${pick(roads)}`,
          subdistrict,
          district,
          province,
          postcode,
          main: true,
        },
      ],
    });
  });
  const contacts = Array.from({ length: 400 }, () =>
    add('contact', {
      name: person(),
      account: pick(accounts),
      position: pick(['ผู้จัดการฝ่ายจัดซื้อ', 'เจ้าของกิจการ', 'หัวหน้าฝ่ายไอที']),
      phone: phone(),
      email: `contact${last}@example.co.th`,
      owner: owner(),
    }),
  );
  const leads = Array.from({ length: 500 }, () =>
    add('lead', {
      name: person(),
      company: `บริษัท ${pick(company)} จำกัด`,
      status: code('leadStatus', [5, 4, 2, 2]),
      rating: code('rating'),
      source: code('source'),
      phone: phone(),
      interests: [pick(['crm', 'erp', 'pos'])],
      expected: Math.round(random() * 5_000_000),
      created: moment(-Math.floor(random() * 90), 10),
      owner: owner(),
    }),
  );
  const opportunities = Array.from({ length: 240 }, () => {
    const stage = code('stage', [4, 4, 4, 3, 3, 2]);
    return add('opportunity', {
      name: `${pick(deals)} ${1 + Math.floor(random() * 40)} ผู้ใช้`,
      account: pick(accounts),
      stage,
      amount: Math.round(random() * 2_000_000) + 80_000,
      probability: { prospect: 10, qualify: 25, proposal: 50, negotiation: 75, won: 100, lost: 0 }[stage],
      closeDate: day(Math.floor(random() * 140) - 40),
      source: code('source'),
      owner: owner(),
      contacts: [{ id: nextId(), contact: pick(contacts), role: code('contactRole') }],
    });
  });
  const about = [...accounts.slice(0, 60), ...leads.slice(0, 40), ...opportunities.slice(0, 60)];
  for (let i = 0; i < 360; i++) {
    const days = i % 6 === 0 ? 0 : Math.floor(random() * 40) - 25;
    add('activity', {
      subject: pick(subjects),
      type: code('activityType'),
      about: pick(about),
      due: moment(days, 8 + Math.floor(random() * 10)),
      status: days < -3 && random() < 0.8 ? 'completed' : code('activityStatus', [5, 2, 1]),
      priority: code('priority'),
      owner: i % 6 === 0 ? users[1] : owner(),
    });
  }
  return db;
}
