// The menu of the stand-in server.
import { L } from './picks.mjs';

const item = (id, th, en, icon, target) => ({ id, label: L(th, en), icon, target });
const list = (entity, view_) => ({ to: 'list', entity, ...(view_ ? { view: view_ } : {}) });
const page = (p) => ({ to: 'page', page: p });
export const menus = [
  {
    id: 'home',
    label: L('หน้าแรก', 'Home'),
    icon: 'home',
    order: 0,
    children: [
      item('my-day', 'งานวันนี้', 'My day', 'home', page('home')),
      item('today', 'กิจกรรมวันนี้', 'Activities today', 'activity', list('activity', 'today')),
    ],
  },
  {
    id: 'customers',
    label: L('ลูกค้า', 'Customers'),
    icon: 'account',
    order: 10,
    children: [
      item('leads', 'ลูกค้าใหม่ (Lead)', 'Leads', 'lead', list('lead')),
      item('accounts', 'ลูกค้า', 'Accounts', 'account', list('account')),
      item('contacts', 'ผู้ติดต่อ', 'Contacts', 'contact', list('contact')),
      item('activities', 'กิจกรรม', 'Activities', 'activity', list('activity')),
    ],
  },
  {
    id: 'sales',
    label: L('การขาย', 'Sales'),
    icon: 'sales',
    order: 20,
    children: [
      item('opportunities', 'โอกาสทางการขาย', 'Opportunities', 'opportunity', list('opportunity')),
      item('pipeline', 'ไปป์ไลน์การขาย', 'Pipeline', 'board', { to: 'board', entity: 'opportunity' }),
    ],
  },
  {
    id: 'master',
    label: L('ข้อมูลหลัก', 'Master data'),
    icon: 'database',
    order: 80,
    children: [
      item('products', 'สินค้า', 'Products', 'product', list('product')),
      item('territories', 'เขตการขาย', 'Territories', 'territory', list('territory')),
    ],
  },
  {
    id: 'admin',
    label: L('ผู้ดูแลระบบ', 'Administration'),
    icon: 'settings',
    order: 90,
    children: [
      item('users', 'ผู้ใช้', 'Users', 'user', page('users')),
      item('teams', 'ทีม', 'Teams', 'team', list('team')),
      item('roles', 'บทบาทและสิทธิ์', 'Roles and rights', 'role', page('roles')),
      item('modules', 'โมดูล', 'Modules', 'module', page('modules')),
      item('import', 'นำเข้า', 'Import', 'import', page('import')),
      item('fields', 'ฟิลด์ของบริษัท', 'Custom fields', 'field', page('fields')),
      item('pick-lists', 'รายการตัวเลือก', 'Pick lists', 'list', page('pick-lists')),
      item('bin', 'ถังขยะ', 'Recycle bin', 'trash', page('recycle-bin')),
    ],
  },
];
