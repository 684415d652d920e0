import net from 'node:net';
import { Person } from './person.mjs';

/** The made-up company, on the embedded database. */
export const DEMO = process.env.DEMO;
/** A new installation on PostgreSQL, and what its administrator was given. */
export const COMPANY = process.env.COMPANY;
export const FIRST_PASSWORD = process.env.FIRST_PASSWORD;
/** Takes the server of the company away ("stop") or brings it back ("start"). */
export const power = (what) =>
  new Promise((done, failed) => {
    const line = net.connect(Number(process.env.COMPANY_SWITCH), '127.0.0.1', () => line.write(`${what}\n`));
    line.once('data', () => line.end(done)).once('error', failed);
  });
/** Files that customers have, to be imported. */
export const EXAMPLES = new URL('../../../examples/import/', import.meta.url).pathname;

const people = new Map();

/** Somebody who comes in once and whose browser all tests use. */
export const staying = (name, comeIn) => async () => {
  if (!people.has(name)) people.set(name, await comeIn());
  return people.get(name);
};

/** One of the four people of the demonstration. */
export const persona = (name) => staying(name, async () => (await Person.at(DEMO)).asPersona(name));

/** What is held in the hand, and worked with the fingers. */
export const phone = { width: 360, height: 740, touch: true };
export const onPhone = (name) =>
  staying(`${name} on the phone`, async () => (await Person.at(DEMO, phone)).asPersona(name));

/** What the salesperson of the demonstration is called in either language. */
export const salesperson = (say) => say('สมชาย ใจดี', 'Somchai Jaidee');
