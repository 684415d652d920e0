import { act, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Tabs } from '../src/kit/Tabs';

const widths = { room: 0, needed: 0 };
let measured = () => {};

beforeEach(() => {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      constructor(call: () => void) {
        measured = call;
      }
      observe() {}
      disconnect() {}
    },
  );
  // A line is never narrower inside than it is: what fits is as wide as its room.
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockImplementation(() => widths.room);
  vi.spyOn(HTMLElement.prototype, 'scrollWidth', 'get').mockImplementation(() => Math.max(widths.room, widths.needed));
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const resize = (room: number) =>
  act(() => {
    widths.room = room;
    measured();
  });
const menu = () => screen.queryByRole('button', { name: 'Parts' });

test('a menu has all tabs while they find no room, and goes when they do', () => {
  widths.needed = 300;
  const tabs = ['a', 'b'].map((id) => ({ id, label: id }));
  render(<Tabs label="Parts" value="a" onChange={() => undefined} tabs={tabs} />);
  resize(200);
  expect(menu()).not.toBeNull();
  resize(400);
  expect(menu()).toBeNull();
});
