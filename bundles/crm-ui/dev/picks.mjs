// Words that records choose from.
export const L = (th, en) => ({ th, en });
export const option = (code, th, en, tone) => ({ code, label: L(th, en), active: true, ...(tone ? { tone } : {}) });

export const picks = {
  leadStatus: [
    option('new', 'ใหม่', 'New', 'info'),
    option('working', 'กำลังดำเนินการ', 'In process', 'warning'),
    option('qualified', 'คัดกรองแล้ว', 'Qualified', 'success'),
    option('dead', 'ปิด', 'Dead', 'danger'),
  ],
  rating: [
    option('hot', 'สนใจมาก', 'Hot', 'danger'),
    option('warm', 'ปานกลาง', 'Warm', 'warning'),
    option('cold', 'น้อย', 'Cold', 'info'),
  ],
  source: [
    option('phone', 'โทรศัพท์', 'Phone'),
    option('web', 'เว็บไซต์', 'Web site'),
    option('seminar', 'สัมมนา', 'Seminar'),
    option('partner', 'คู่ค้า', 'Partner'),
    option('event', 'งานอีเวนต์', 'Event'),
  ],
  stage: [
    option('prospect', 'สำรวจความต้องการ', 'Prospecting', 'neutral'),
    option('qualify', 'คัดกรอง', 'Qualification', 'info'),
    option('proposal', 'เสนอราคา', 'Proposal', 'accent'),
    option('negotiation', 'ต่อรอง', 'Negotiation', 'warning'),
    option('won', 'ปิดการขายได้', 'Close won', 'success'),
    option('lost', 'ปิดการขายไม่ได้', 'Close lost', 'danger'),
  ],
  lostReason: [
    option('price', 'ราคาสูงกว่าคู่แข่ง', 'Price'),
    option('feature', 'ความสามารถไม่ครบ', 'Missing feature'),
    option('budget', 'ลูกค้าไม่มีงบประมาณ', 'No budget'),
  ],
  activityType: [
    option('appointment', 'นัดหมาย', 'Appointment', 'info'),
    option('phone', 'โทรศัพท์', 'Phone', 'accent'),
    option('email', 'อีเมล', 'Email', 'neutral'),
    option('task', 'งาน', 'Task', 'neutral'),
  ],
  activityStatus: [
    option('notStarted', 'ยังไม่เริ่ม', 'Not started', 'neutral'),
    option('inProcess', 'กำลังดำเนินการ', 'In process', 'warning'),
    option('completed', 'เสร็จสิ้น', 'Completed', 'success'),
  ],
  priority: [
    option('urgent', 'ด่วน', 'Urgent', 'danger'),
    option('high', 'สูง', 'High', 'warning'),
    option('normal', 'ปกติ', 'Normal', 'neutral'),
  ],
  businessType: [
    option('trade', 'ค้าส่งและค้าปลีก', 'Trade'),
    option('food', 'อาหารและเครื่องดื่ม', 'Food and beverage'),
    option('factory', 'โรงงานอุตสาหกรรม', 'Manufacturing'),
    option('logistics', 'ขนส่งและโลจิสติกส์', 'Logistics'),
  ],
  contactRole: [
    option('decision', 'ผู้ตัดสินใจ', 'Decision maker'),
    option('adviser', 'ที่ปรึกษา', 'Adviser'),
    option('user', 'ผู้ใช้งาน', 'User'),
  ],
};
