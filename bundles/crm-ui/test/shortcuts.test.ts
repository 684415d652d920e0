import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import en from '../src/i18n/en.json';
import th from '../src/i18n/th.json';
import { isPressed, pressed, shortcuts, written } from '../src/kit/shortcuts';

const key = (name: string, more: Partial<KeyboardEvent> = {}) => ({
  key: name,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
});

describe('a shortcut', () => {
  it('is the same with the command key of a Mac', () => {
    expect(isPressed(key('k', { ctrlKey: true }), shortcuts.anywhere.search)).toBe(true);
    expect(isPressed(key('k', { metaKey: true }), shortcuts.anywhere.search)).toBe(true);
    expect(isPressed(key('k'), shortcuts.anywhere.search)).toBe(false);
  });
  it('is at the same place on a Thai keyboard', () => {
    expect(isPressed(key('า', { code: 'KeyK', ctrlKey: true }), shortcuts.anywhere.search)).toBe(true);
    expect(isPressed(key('ฝ', { code: 'Slash' }), shortcuts.anywhere.search)).toBe(true);
    expect(isPressed(key('ฦ', { code: 'Slash', shiftKey: true }), shortcuts.anywhere.help)).toBe(true);
    expect(pressed(key('ด', { code: 'KeyF' }))).toBe('ด');
  });
});

it('every shortcut has words in both languages and stands in docs/keyboard.md', () => {
  const told = fs.readFileSync('../../docs/keyboard.md', 'utf8');
  for (const [place, own] of Object.entries(shortcuts)) {
    for (const [id, keys] of Object.entries(own as Record<string, readonly string[]>)) {
      const words = `${place}-${id}` as keyof typeof en.keys;
      expect(th.keys[words], words).toBeTruthy();
      const line = `| ${en.keys[words]} | ${th.keys[words]} | ${keys.map((one) => written(one).join(' + ')).join(', ')} |`;
      expect(told).toContain(line);
    }
  }
});
