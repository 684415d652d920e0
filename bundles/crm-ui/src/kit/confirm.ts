export interface Question {
  title: string;
  text?: string | undefined;
  ok: string;
  danger?: boolean;
  /** there is nothing to say no to */
  only?: boolean;
}
interface Asked extends Question {
  answer: (yes: boolean) => void;
}

let asked: Asked | null = null;
const readers = new Set<() => void>();
const tell = () => readers.forEach((read) => read());

/** Asks before something is done; true when it shall be. */
export function confirm(question: Question): Promise<boolean> {
  return new Promise((resolve) => {
    asked = {
      ...question,
      answer: (yes) => {
        asked = null;
        tell();
        resolve(yes);
      },
    };
    tell();
  });
}

export const questions = {
  now: () => asked,
  watch: (read: () => void) => {
    readers.add(read);
    return () => readers.delete(read);
  },
};
