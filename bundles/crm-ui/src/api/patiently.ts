const pause = (ms: number) => new Promise((on) => setTimeout(on, ms));

const reachable = () =>
  fetch('/api/session').then(
    ({ status }) => status < 500,
    () => false,
  );

/**
 * Loads a part of the client, and while the server is away waits for it instead of failing: what somebody typed stays.
 * A part that is still missing then belongs to an older version; that failure makes the router load the page anew.
 */
export const patiently =
  <T>(load: () => Promise<T>) =>
  async (): Promise<T> => {
    try {
      return await load();
    } catch {
      while (!(await reachable())) await pause(2000);
      return load();
    }
  };
