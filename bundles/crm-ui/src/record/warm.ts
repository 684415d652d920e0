/** Lets what edits a value come before somebody begins to: he types on at once. Answers what gives it up. */
export function warm(): () => void {
  const timer = setTimeout(() => {
    for (const code of [import('./InPlace'), import('../form/Editor')]) code.catch(() => undefined);
  }, 1000);
  return () => clearTimeout(timer);
}
