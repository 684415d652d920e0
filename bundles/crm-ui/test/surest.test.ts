import { expect, test } from 'vitest';
import { surest } from '../src/duplicates/api';

const match = (score: number, id?: string) => ({ owner: '', score, ...(id ? { id } : {}) });

test('the one that is surely the same is the likeliest that may be read', () => {
  expect(surest([match(96, '1'), match(99, '2'), match(100)])?.id).toBe('2');
});

test('where only a name agrees none is', () => {
  expect(surest([match(91, '1'), match(99)])).toBeUndefined();
  expect(surest([])).toBeUndefined();
});
