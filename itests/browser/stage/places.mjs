import { Person } from './person.mjs';

/** The made-up company, on the embedded database. */
export const DEMO = process.env.DEMO;
/** A new installation on PostgreSQL, and what its administrator was given. */
export const COMPANY = process.env.COMPANY;
export const FIRST_PASSWORD = process.env.FIRST_PASSWORD;

const people = new Map();

/** One of the four people of the demonstration, the same browser for all tests. */
export const persona = (name) => async () => {
  if (!people.has(name)) people.set(name, await (await Person.at(DEMO)).asPersona(name));
  return people.get(name);
};
