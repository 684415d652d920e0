// Metadata of a small CRM for developing the client without a server; the real one reads it off its modules.
import { f, mine, section, type, view } from './describe.mjs';
import { lead, opportunity } from './meta-sales.mjs';
import { L, picks } from './picks.mjs';

export { picks };

const address = type(
  'address',
  ['ที่อยู่', 'Address', 'Addresses', 'map'],
  'street',
  [
    f('kind', 'text', 'ชื่อที่อยู่', 'Label', { required: true }),
    f('street', 'text', 'เลขที่ ถนน', 'Street'),
    f('subdistrict', 'text', 'ตำบล/แขวง', 'Sub-district'),
    f('district', 'text', 'อำเภอ/เขต', 'District'),
    f('province', 'text', 'จังหวัด', 'Province'),
    f('postcode', 'text', 'รหัสไปรษณีย์', 'Postcode', { maxLength: 5 }),
    f('main', 'bool', 'ที่อยู่หลัก', 'Main address'),
  ],
  { parent: 'account' },
);
const opportunityContact = type(
  'opportunityContact',
  ['ผู้ติดต่อ', 'Contact', 'Contacts', 'contact'],
  'contact',
  [
    f('contact', 'ref', 'ผู้ติดต่อ', 'Contact', { ref: 'contact', required: true }),
    f('role', 'pick', 'บทบาทผู้ติดต่อ', 'Contact role', { pick: 'contactRole' }),
  ],
  { parent: 'opportunity' },
);

const account = type(
  'account',
  ['ลูกค้า', 'Account', 'Accounts', 'account'],
  'name',
  [
    f('name', 'text', 'ชื่อลูกค้า', 'Name', { required: true, listed: true, maxLength: 200 }),
    f('code', 'text', 'รหัส', 'Code', { listed: true, unique: true }),
    f('businessType', 'pick', 'ประเภทธุรกิจ', 'Business type', { pick: 'businessType', listed: true }),
    f('taxId', 'taxId', 'เลขประจำตัวผู้เสียภาษี', 'Tax id'),
    f('phone', 'phone', 'โทรศัพท์', 'Phone', { listed: true }),
    f('email', 'email', 'อีเมล', 'Email'),
    f('website', 'url', 'เว็บไซต์', 'Web site'),
    f('territory', 'ref', 'เขตการขาย', 'Territory', { ref: 'territory', listed: true }),
    f('creditDays', 'int', 'เครดิต (วัน)', 'Credit days', { min: 0, max: 365 }),
    f('revenue', 'money', 'รายได้ต่อปี', 'Annual revenue', { listed: true, decimals: 2 }),
    f('founded', 'date', 'วันก่อตั้ง', 'Founded'),
    f('remark', 'textarea', 'หมายเหตุ', 'Remark', { multiline: true, maxLength: 2000 }),
    f('addresses', 'parts', 'ที่อยู่', 'Addresses', { part: 'address' }),
  ],
  {
    quick: ['name', 'phone', 'businessType', 'territory'],
    form: {
      sections: [
        section('main', 'ข้อมูลหลัก', 'Main data', 'name', 'code', 'businessType', 'taxId', 'founded', 'owner'),
        section('contact', 'การติดต่อ', 'Contact', 'phone', 'email', 'website', 'addresses'),
        section('sales', 'การขาย', 'Sales', 'territory', 'creditDays', 'revenue', 'remark'),
      ],
    },
    related: [
      {
        id: 'contacts',
        entity: 'contact',
        via: 'account',
        label: L('ผู้ติดต่อ', 'Contacts'),
        columns: ['name', 'position', 'phone', 'email'],
        create: true,
      },
      {
        id: 'opportunities',
        entity: 'opportunity',
        via: 'account',
        label: L('โอกาสทางการขาย', 'Opportunities'),
        columns: ['name', 'stage', 'amount', 'closeDate'],
        create: true,
      },
      {
        id: 'activities',
        entity: 'activity',
        via: 'about',
        label: L('กิจกรรม', 'Activities'),
        columns: ['subject', 'type', 'due', 'status'],
        create: true,
      },
    ],
  },
);
account.views.push(
  view('mine', 'ของฉัน', 'Mine', ['name', 'code', 'phone', 'businessType', 'revenue'], { filter: mine }),
);
account.views[0].columns = ['name', 'code', 'businessType', 'phone', 'territory.name', 'revenue', 'owner', 'modified'];

const contact = type(
  'contact',
  ['ผู้ติดต่อ', 'Contact', 'Contacts', 'contact'],
  'name',
  [
    f('name', 'text', 'ชื่อ', 'Name', { required: true, listed: true }),
    f('account', 'ref', 'ลูกค้า', 'Account', { ref: 'account', listed: true }),
    f('position', 'text', 'ตำแหน่ง', 'Position', { listed: true }),
    f('phone', 'phone', 'โทรศัพท์', 'Phone', { listed: true }),
    f('email', 'email', 'อีเมล', 'Email', { listed: true }),
    f('birthday', 'date', 'วันเกิด', 'Birthday'),
  ],
  { quick: ['name', 'account', 'position', 'phone', 'email'] },
);

const activity = type(
  'activity',
  ['กิจกรรม', 'Activity', 'Activities', 'activity'],
  'subject',
  [
    f('subject', 'text', 'เรื่อง', 'Subject', { required: true, listed: true }),
    f('type', 'pick', 'ประเภท', 'Type', { pick: 'activityType', listed: true, required: true }),
    f('about', 'ref', 'เกี่ยวกับ', 'About', { ref: '*', listed: true }),
    f('due', 'datetime', 'กำหนด', 'Due', { listed: true }),
    f('status', 'pick', 'สถานะ', 'Status', { pick: 'activityStatus', listed: true, readOnly: true }),
    f('priority', 'pick', 'ความสำคัญ', 'Priority', { pick: 'priority', listed: true }),
    f('result', 'textarea', 'ผล', 'Result'),
  ],
  {
    quick: ['subject', 'type', 'about', 'due', 'priority'],
    lifecycle: {
      field: 'status',
      states: picks.activityStatus.map((o, i) => ({
        code: o.code,
        label: o.label,
        tone: o.tone,
        order: i,
        closed: i === 2,
      })),
      transitions: [
        { id: 'begin', label: L('เริ่มทำ', 'Start'), from: ['notStarted'], to: 'inProcess', fields: [], primary: false },
        {
          id: 'complete',
          label: L('เสร็จสิ้น', 'Complete'),
          from: ['notStarted', 'inProcess'],
          to: 'completed',
          tone: 'success',
          fields: [{ name: 'result', required: false }],
          primary: true,
        },
      ],
    },
  },
);
const undone = { field: 'status', op: 'in', value: ['notStarted', 'inProcess'] };
const short = ['subject', 'type', 'about', 'due'];
activity.views.push(
  view('today', 'วันนี้', 'Today', [...short, 'status'], {
    filter: { all: [mine, { field: 'due', op: 'within', value: '@today' }] },
    sort: [{ path: 'due' }],
  }),
  view('overdue', 'เกินกำหนด', 'Overdue', [...short, 'status'], {
    filter: { all: [mine, undone, { field: 'due', op: '<', value: '@now' }] },
    sort: [{ path: 'due' }],
  }),
);

const simple = (name, words, icon, more = []) =>
  type(name, [...words, icon], 'name', [f('name', 'text', 'ชื่อ', 'Name', { required: true, listed: true }), ...more]);
const user = type(
  'user',
  ['ผู้ใช้', 'User', 'Users', 'user'],
  'name',
  [
    f('name', 'text', 'ชื่อ', 'Name', { required: true, listed: true }),
    f('login', 'text', 'ชื่อเข้าใช้', 'Login', { required: true, listed: true, unique: true }),
    f('email', 'email', 'อีเมล', 'Email', { listed: true }),
    f('team', 'ref', 'ทีม', 'Team', { ref: 'team', listed: true }),
    f('active', 'bool', 'ใช้งาน', 'Active', { listed: true }),
  ],
  { quick: ['name', 'login', 'email', 'team'] },
);

export const sfa = { entities: ['opportunity'], group: 'sales' };
export const types = Object.fromEntries(
  [
    address,
    opportunityContact,
    account,
    contact,
    lead,
    opportunity,
    activity,
    user,
    simple('team', ['ทีม', 'Team', 'Teams'], 'team', [
      f('manager', 'ref', 'ผู้จัดการ', 'Manager', { ref: 'user', listed: true }),
    ]),
    simple('role', ['บทบาท', 'Role', 'Roles'], 'role'),
    simple('territory', ['เขตการขาย', 'Territory', 'Territories'], 'territory'),
    simple('product', ['สินค้า', 'Product', 'Products'], 'product', [
      f('price', 'money', 'ราคามาตรฐาน', 'Standard price', { listed: true }),
    ]),
  ].map((t) => [t.name, t]),
);
