import { caller } from './client';

const pause = (ms: number) => new Promise((on) => setTimeout(on, ms));

/** A server that is just starting answers other things, or that there is nothing yet. */
const answers = () =>
  fetch('/api/session').then(
    ({ status }) => status === 200 || status === 401,
    () => false,
  );

/**
 * Loads a part of the client, and while the server is away waits for it instead of failing: what somebody typed stays.
 * A part that is still missing then belongs to an older version; that failure makes the router load the page anew.
 */
export const patiently =
  <T>(load: () => Promise<T>, tries = 3) =>
  async (): Promise<T> => {
    try {
      return await load();
    } catch (missing) {
      if (tries === 1) throw missing;
      let there = await answers();
      do {
        // Who asked for a page that is not there yet would otherwise see nothing happen. It is told each time:
        // the line of events, which may have opened late, says the contrary.
        if (!there) caller.away(true);
        await pause(2000);
        there = await answers();
      } while (!there);
      caller.away(false);
      return patiently(load, tries - 1)();
    }
  };
