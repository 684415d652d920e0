import { renderHook } from '@testing-library/react';
import { expect, it } from 'vitest';
import { startTexts } from '../src/i18n';
import { useDragWords } from '../src/kit/dnd';

it('what is dragged is told by name, not by id', async () => {
  await startTexts('en');
  const names: Record<string, string> = { '71': 'Copier for Siam', won: 'Won' };
  const { result } = renderHook(() => useDragWords(({ id }) => names[id] ?? ''));
  const event = { active: { id: '71' }, over: { id: 'won' } } as never;
  const { announcements } = result.current;
  expect(announcements?.onDragStart(event)).toBe('Picked up Copier for Siam');
  expect(announcements?.onDragOver(event)).toBe('Copier for Siam is over Won');
  expect(announcements?.onDragEnd(event)).toBe('Put Copier for Siam on Won');
  expect(announcements?.onDragCancel(event)).toBe('Copier for Siam stays where it was');
});
