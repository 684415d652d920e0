// A reporter for node:test: each test that failed, with the first lines of what it complained about.
const LINES = 8;

export default async function* failed(events) {
  for await (const { type, data } of events) {
    if (type !== 'test:fail' || data.details?.error?.failureType === 'subtestsFailed') continue;
    const { error } = data.details;
    const complaint = String(error.cause?.message ?? error.message).split('\n').filter(Boolean);
    yield `${data.name}\n${complaint.slice(0, LINES).map((line) => `    ${line}\n`).join('')}`;
  }
}
