// Texts that mean harm, put into every field that takes them.
const script = `<script>window.owned=1</script><img src=x onerror="window.owned=1"><svg onload="window.owned=1">`;
const odd = `"'>\${7*7}<%=7*7%> =1+1 \u202Eกลับหลัง\u202C \u2067ไป\u2069 \u200Bก\u200Dข\uFEFF 😀👩‍👩‍👧‍👦 ก็็็็็`;
const sign = '<img src=x onerror';
/** What must be unique is so in each run. */
const run = Date.now().toString(36);

const parts = [`=owned=1 alt=${run}>`, '\u202Eก\u200B😀', '<script>owned=1</script>', script, odd];

/** A text as hostile as a field of that length takes, without a space at its end: the shorter parts come first. */
export const hostile = (length = 10_000) => {
  const begun = `${sign}${parts[0]}`.length > length ? `${sign}${run}`.slice(0, length) : sign;
  return parts.reduce((text, part) => (text.length + part.length > length ? text : text + part), begun).padEnd(length, 'W');
};
export { sign };

/** In the page: what a text that leaves a direction open turns round behind itself, as the words that are turned. */
const turning = () => {
  const opens = (text) => text.lastIndexOf('\u202E') > text.lastIndexOf('\u202C');
  const shown = (element) => element.checkVisibility({ visibilityProperty: true });
  const behind = (node) => {
    for (let at = node, inside = node.parentElement; inside; at = inside, inside = inside.parentElement) {
      const { display, unicodeBidi } = getComputedStyle(inside);
      if (/flex|grid/.test(display)) return '';
      for (let next = at.nextSibling; next; next = next.nextSibling) {
        const inline = next.nodeType === Node.TEXT_NODE || /^(inline|contents)/.test(getComputedStyle(next).display);
        if (!inline) break;
        if (next.textContent.trim()) return next.textContent.trim().slice(0, 30);
      }
      if (display !== 'inline' || /isolate|plaintext/.test(unicodeBidi)) return '';
    }
    return '';
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const turned = [];
  while (texts.nextNode()) {
    const { currentNode: node } = texts;
    const inside = node.parentElement;
    if (!opens(node.data) || ['SCRIPT', 'STYLE', 'TEXTAREA'].includes(inside.tagName) || !shown(inside)) continue;
    const words = behind(node);
    if (words) turned.push(`${inside.tagName}.${inside.className} in ${inside.parentElement.className}: ${words}`);
  }
  return [...new Set(turned)];
};
export const turned = (page) => page.evaluate(turning);

const written = ({ readOnly, access }) => !readOnly && access !== 'read';
/** Whether a field takes any text of some length. */
export const takes = (field) =>
  written(field) && ['text', 'textarea'].includes(field.kind) && (field.maxLength ?? 200) >= 20;
const now = () => new Date(Date.now() + 60_000).toISOString();
const told = ['startAt', 'dueAt', 'account', 'owner'];

/** A value of a field that a record cannot be without. */
async function needed(me, field, nth) {
  switch (field.kind) {
    case 'ref': {
      if (field.name === 'owner') return { id: me.id, entity: 'user' };
      const entity = field.ref === '*' ? 'account' : field.ref;
      const [found] = await me.find(entity, undefined, [], { limit: 1, sort: [{ path: 'id', desc: true }] });
      return found && { id: found.id, entity };
    }
    case 'pick':
      return field.options.filter((one) => one.active)[nth]?.code;
    case 'multipick':
      return [field.options.find((one) => one.active)?.code];
    case 'date':
      return now().slice(0, 10);
    case 'datetime':
      return now();
    case 'phone':
      return '02-123-4567';
    case 'int':
    case 'decimal':
    case 'money':
    case 'percent':
      return 1;
    case 'bool':
      return true;
    default:
      return 'account';
  }
}

/** Where there can be no further one, the newest becomes hostile. */
async function change(me, type, values, left) {
  const [{ id }] = await me.find(type.name, undefined, [], { limit: 1, sort: [{ path: 'createdAt', desc: true }] });
  const { version } = await me.read(type.name, id);
  const texts = type.fields.filter((field) => takes(field) && !left.includes(field.name)).map(({ name }) => [name, values[name]]);
  await me.call('PATCH', `/api/records/${type.name}/${id}`, Object.fromEntries(texts), { 'If-Match': `"${version}"` });
  return { id, left };
}

const within = (field, share) => Math.floor((field.maxLength ?? 200) * share);

/** Makes a record whose every text is hostile; what is refused for its form is left out and told. */
export async function hostileRecord(me, type) {
  const open = type.fields.filter(written);
  const left = [];
  // A name that is put together of others must not become too long; of a kind there may be one only.
  for (let share = 1, nth = 0, tries = 20; ; ) {
    const values = {};
    for (const field of open) {
      if (left.includes(field.name)) values[field.name] = field.required ? `a${run}` : undefined;
      else if (takes(field)) values[field.name] = hostile(within(field, share));
      else if (field.required || told.includes(field.name)) values[field.name] = await needed(me, field, nth);
    }
    try {
      return { ...(await me.make(type.name, values)), left };
    } catch (refused) {
      if (tries-- === 0) throw refused;
      const names = (refused.errors ?? []).map((one) => one.field);
      if (names.length === 0) throw refused;
      const texts = names.filter((name) => open.some((one) => one.name === name && takes(one)));
      const fresh = texts.filter((name) => !left.includes(name));
      left.push(...fresh);
      if (fresh.length > 0) continue;
      if (names.some((name) => values[name] === undefined && open.some((one) => one.name === name)))
        return change(me, type, values, left);
      if (texts.length > 0 || names.every((name) => !(name in values))) share *= 0.4;
      else nth += 1;
    }
  }
}
