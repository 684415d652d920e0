import { nextId } from './data.mjs';

const now = () => new Date().toISOString().replace(/\.\d+Z$/, 'Z');
const R = '^/api/records/([^/]+)';

// Notes, files and the recycle bin.
export const attachedRoutes = [
  [
    'GET',
    new RegExp(`${R}/([^/]+)/notes$`),
    (world, { params }) => ({ items: world.notes.get(params.join('/')) ?? [] }),
  ],
  [
    'POST',
    new RegExp(`${R}/([^/]+)/notes$`),
    (world, { params, body }) => {
      const key = params.join('/');
      const item = { id: nextId(), text: body.text, at: now(), by: { id: world.me.id, label: world.me.name } };
      world.notes.set(key, [item, ...(world.notes.get(key) ?? [])]);
      return { status: 201, body: item };
    },
  ],
  [
    'PATCH',
    /^\/api\/notes\/([^/]+)$/,
    (world, { params: [id], body }) => {
      const note = [...world.notes.values()].flat().find((one) => one.id === id);
      return Object.assign(note, body.text ? { text: body.text, changed: now() } : { pinned: body.pinned });
    },
  ],
  [
    'DELETE',
    /^\/api\/notes\/([^/]+)$/,
    (world, { params: [id] }) => {
      for (const [key, list] of world.notes) {
        world.notes.set(
          key,
          list.filter((note) => note.id !== id),
        );
      }
    },
  ],
  [
    'GET',
    new RegExp(`${R}/([^/]+)/files$`),
    (world, { params }) => ({ items: (world.files.get(params.join('/')) ?? []).map(({ bytes: _, ...item }) => item) }),
  ],
  [
    'POST',
    new RegExp(`${R}/([^/]+)/files$`),
    (world, { params, body }) => {
      const key = params.join('/');
      const item = {
        id: nextId(),
        name: body.file.name,
        size: body.file.bytes.length,
        type: 'application/octet-stream',
        at: now(),
        by: { id: world.me.id, label: world.me.name },
        bytes: body.file.bytes,
      };
      world.files.set(key, [item, ...(world.files.get(key) ?? [])]);
      return { status: 201, body: { id: item.id, name: item.name } };
    },
  ],
  [
    'DELETE',
    /^\/api\/files\/([^/]+)$/,
    (world, { params: [id] }) => {
      for (const [key, list] of world.files)
        world.files.set(
          key,
          list.filter((file) => file.id !== id),
        );
    },
  ],
  [
    'GET',
    /^\/api\/files\/([^/]+)$/,
    (world, { params: [id], response }) => {
      const file = [...world.files.values()].flat().find((one) => one.id === id);
      response.writeHead(200, {
        'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      });
      response.end(file.bytes);
    },
  ],
  ['GET', /^\/api\/recycle-bin$/, (world) => ({ items: world.bin.map(({ row: _, ...item }) => item) })],
  [
    'POST',
    /^\/api\/recycle-bin\/([^/]+)\/restore$/,
    (world, { params: [id] }) => {
      const item = world.bin.find((one) => one.id === id);
      world.bin = world.bin.filter((one) => one !== item);
      world.db[item.entity].push(item.row);
      return { entity: item.entity, id: item.row.id };
    },
  ],
];
