import { QueryObserver } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { queryClient } from '../src/api/queries';

test('a first answer that was on its way when it became stale is asked for again', async () => {
  const answers: ((value: string) => void)[] = [];
  const queryFn = () => new Promise<string>((answer) => answers.push(answer));
  const observer = new QueryObserver(queryClient, { queryKey: ['record', 'account', '1', 'files'], queryFn });
  const leave = observer.subscribe(() => undefined);
  void queryClient.invalidateQueries({ queryKey: ['record', 'account', '1'] });
  expect(answers).toHaveLength(1);
  answers[0]?.('nothing yet');
  await expect.poll(() => answers.length).toBe(2);
  answers[1]?.('a file');
  await expect.poll(() => observer.getCurrentResult().data).toBe('a file');
  leave();
});
