// A reporter for node:test: each feature id in the title of a passed test, with that title, one line each.
export default async function* proved(events) {
  for await (const { type, data } of events) {
    if (type !== 'test:pass' || data.skip) continue;
    for (const id of new Set(data.name.match(/\b[A-Z]{3}-\d\d\b/g) ?? [])) yield `${id}\t${data.name}\n`;
  }
}
