// A reporter for node:test: each test that failed, with the first lines of what it complained about and what the page said.
const LINES = 8;
const told = (line, at) => at < LINES || line.startsWith('The page:');

export default async function* failed(events) {
  for await (const { type, data } of events) {
    if (type !== 'test:fail' || data.details?.error?.failureType === 'subtestsFailed') continue;
    const { error } = data.details;
    const complaint = String(error.cause?.message ?? error.message).split('\n').filter(Boolean);
    yield `${data.name}\n${complaint.filter(told).map((line) => `    ${line}\n`).join('')}`;
  }
}
