import { expect, it } from 'vitest';
import { inTurn } from '../src/api/inTurn';

it('begins to write only when what was written before has an answer, whatever that is', async () => {
  const done: string[] = [];
  let answer!: (refused: Error) => void;
  const first = inTurn('list', () =>
    new Promise<void>((_, reject) => (answer = reject)).finally(() => done.push('first')),
  );
  const second = inTurn('list', () => Promise.resolve(done.push('second')));
  await inTurn('another list', () => Promise.resolve(done.push('another')));
  expect(done).toEqual(['another']);
  answer(new Error('refused'));
  await expect(first).rejects.toThrow('refused');
  await second;
  expect(done).toEqual(['another', 'first', 'second']);
});
