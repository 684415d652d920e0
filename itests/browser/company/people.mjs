import { COMPANY, staying } from '../stage/places.mjs';
import { Person } from '../stage/person.mjs';

export const PASSWORD = 'ของเรา-2569-ok';

/** The administrator, once he has set a password of his own. */
export const administrator = staying('admin', async () => (await Person.at(COMPANY)).signIn('admin', PASSWORD));

/** The salesperson who works in a language, once the administrator has made him. */
export const salesperson = (say) =>
  staying(say('wanida', 'william'), async () => (await Person.at(COMPANY)).signIn(say('wanida', 'william'), PASSWORD))();

/** Somebody whom the server does not know yet. */
export const stranger = () => Person.at(COMPANY);
