import { f, mine, type, view } from './describe.mjs';
import { L, option, picks } from './picks.mjs';

export const lead = type(
  'lead',
  ['ลูกค้าใหม่ (Lead)', 'Lead', 'Leads', 'lead'],
  'name',
  [
    f('name', 'text', 'ชื่อ', 'Name', { required: true, listed: true }),
    f('company', 'text', 'บริษัท', 'Company', { listed: true }),
    f('status', 'pick', 'สถานะ', 'Status', { pick: 'leadStatus', listed: true, readOnly: true }),
    f('rating', 'pick', 'ระดับความสนใจ', 'Rating', { pick: 'rating', listed: true }),
    f('source', 'pick', 'แหล่งที่มา', 'Lead source', { pick: 'source', listed: true }),
    f('phone', 'phone', 'โทรศัพท์', 'Phone', { listed: true }),
    f('email', 'email', 'อีเมล', 'Email'),
    f('interests', 'multipick', 'สนใจสินค้า', 'Interested in', {
      options: [option('crm', 'ระบบ CRM', 'CRM'), option('erp', 'ระบบ ERP', 'ERP'), option('pos', 'ระบบ POS', 'POS')],
    }),
    f('expected', 'money', 'รายได้ที่คาดหวัง', 'Estimated revenue', { listed: true }),
  ],
  {
    quick: ['name', 'company', 'phone', 'source', 'rating'],
    lifecycle: {
      field: 'status',
      states: picks.leadStatus.map((o, i) => ({ code: o.code, label: o.label, tone: o.tone, order: i, closed: i > 1 })),
      transitions: [
        {
          id: 'start',
          label: L('เริ่มดำเนินการ', 'Start'),
          from: ['new'],
          to: 'working',
          tone: 'info',
          fields: [],
          primary: false,
        },
        {
          id: 'kill',
          label: L('ปิด Lead', 'Close lead'),
          from: ['new', 'working'],
          to: 'dead',
          tone: 'danger',
          fields: [],
          primary: false,
        },
      ],
    },
    actions: [
      {
        id: 'qualify',
        label: L('คัดกรองเป็นลูกค้า', 'Qualify'),
        icon: 'convert',
        tone: 'success',
        scope: ['record'],
        primary: true,
        when: { field: 'status', op: 'in', value: ['new', 'working'] },
        input: [
          f('opportunity', 'bool', 'สร้างโอกาสทางการขายด้วย', 'Create an opportunity'),
          f('amount', 'money', 'รายได้ที่คาดหวัง', 'Estimated revenue'),
          f('closeDate', 'date', 'วันที่คาดว่าจะปิดการขาย', 'Expected close date', { required: true }),
        ],
      },
    ],
    related: [
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
lead.views.push(
  view('mine', 'ของฉัน', 'Mine', ['name', 'company', 'status', 'rating', 'phone'], { filter: mine }),
  view('hot', 'สนใจมากเดือนนี้', 'Hot this month', ['name', 'company', 'status', 'source', 'phone', 'expected'], {
    filter: {
      all: [
        { field: 'rating', op: '=', value: 'hot' },
        { field: 'created', op: 'within', value: '@thisMonth' },
      ],
    },
  }),
);

const percents = { prospect: 10, qualify: 25, proposal: 50, negotiation: 75, won: 100, lost: 0 };
const open = ['prospect', 'qualify', 'proposal', 'negotiation'];
export const opportunity = type(
  'opportunity',
  ['โอกาสทางการขาย', 'Opportunity', 'Opportunities', 'opportunity'],
  'name',
  [
    f('name', 'text', 'ชื่อโอกาส', 'Name', { required: true, listed: true }),
    f('account', 'ref', 'ลูกค้า', 'Account', { ref: 'account', listed: true, required: true }),
    f('stage', 'pick', 'ขั้นตอนการขาย', 'Stage', { pick: 'stage', listed: true, readOnly: true }),
    f('amount', 'money', 'รายได้ที่คาดหวัง', 'Estimated revenue', { listed: true }),
    f('probability', 'percent', 'โอกาสสำเร็จ', 'Probability', { listed: true, min: 0, max: 100 }),
    f('closeDate', 'date', 'วันที่คาดว่าจะปิดการขาย', 'Expected close date', { listed: true, required: true }),
    f('source', 'pick', 'แหล่งที่มา', 'Lead source', { pick: 'source' }),
    f('competitor', 'text', 'คู่แข่ง', 'Competitor'),
    f('lostReason', 'pick', 'เหตุผล', 'Reason', { pick: 'lostReason' }),
    f('problem', 'textarea', 'ปัญหาหรืออุปสรรค', 'Problem or obstacle'),
    f('contacts', 'parts', 'ผู้ติดต่อ', 'Contacts', { part: 'opportunityContact' }),
  ],
  {
    module: 'sfa',
    quick: ['name', 'account', 'amount', 'closeDate'],
    lifecycle: {
      field: 'stage',
      states: picks.stage.map((o, i) => ({
        code: o.code,
        label: o.label,
        tone: o.tone,
        order: i,
        percent: percents[o.code],
        closed: i > 3,
      })),
      transitions: [
        ...open.map((code, i) => ({
          id: `to-${code}`,
          label: picks.stage[i].label,
          from: open.filter((x) => x !== code),
          to: code,
          tone: 'neutral',
          fields: [],
          primary: false,
        })),
        {
          id: 'close-won',
          label: L('ปิดการขายได้', 'Close won'),
          from: open,
          to: 'won',
          tone: 'success',
          fields: [{ name: 'amount', required: true }],
          primary: false,
        },
        {
          id: 'close-lost',
          label: L('ปิดการขายไม่ได้', 'Close lost'),
          from: open,
          to: 'lost',
          tone: 'danger',
          fields: [
            { name: 'lostReason', required: true },
            { name: 'competitor', required: false },
          ],
          primary: false,
        },
        {
          id: 'reopen',
          label: L('เปิดใหม่', 'Reopen'),
          from: ['won', 'lost'],
          to: 'negotiation',
          tone: 'info',
          fields: [],
          primary: false,
        },
      ],
    },
    board: {
      field: 'stage',
      by: ['stage'],
      title: 'name',
      sum: 'amount',
      fields: ['account', 'amount', 'closeDate', 'owner'],
    },
    related: [
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
opportunity.views.push(
  view('mine', 'ของฉันที่ยังเปิดอยู่', 'My open', ['name', 'account', 'stage', 'amount', 'closeDate'], {
    filter: { all: [mine, { field: 'stage', op: 'in', value: open }] },
    sort: [{ path: 'closeDate' }],
  }),
  view('month', 'คาดว่าจะปิดเดือนนี้', 'Closing this month', ['name', 'account', 'stage', 'amount', 'closeDate'], {
    filter: { field: 'closeDate', op: 'within', value: '@thisMonth' },
  }),
);
