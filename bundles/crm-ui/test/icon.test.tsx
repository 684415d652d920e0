import { render } from '@testing-library/react';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Icon } from '../src/kit/Icon';
import { icons } from '../src/kit/icons';

const drawn = (name: string, instead?: string) => render(<Icon name={name} instead={instead} />).container.innerHTML;

test('what the company made up has the picture of what it is, not a dot', () => {
  expect(drawn('roadshow', 'activity')).toBe(drawn('activity'));
  expect(drawn('roadshow', 'activity')).not.toBe(drawn('dot'));
});

test('each kind of activity that comes with the product has a picture of its own', () => {
  const lists = readFileSync('../../crm-core/src/main/resources/CRM-INF/pick-lists.yaml', 'utf8');
  const kinds = /activityType:\s+items:\s+((?:- .*\s+)+)/.exec(lists)?.[1] ?? '';
  const codes = [...kinds.matchAll(/code: (\w+)/g)].map(([, code]) => code ?? '');
  expect(codes).toContain('phone');
  expect(codes.filter((code) => !icons[code])).toEqual([]);
});
