import { store } from './store';

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

/** The question that stands over the page. */
export const questions = store<Asked | null>(null);

/** Asks before something is done; true when it shall be. */
export function confirm(question: Question): Promise<boolean> {
  return new Promise((resolve) => {
    const answer = (yes: boolean) => {
      questions.set(null);
      resolve(yes);
    };
    questions.set({ ...question, answer });
  });
}
