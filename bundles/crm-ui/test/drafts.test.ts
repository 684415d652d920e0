// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { clearOldDrafts, moveDrafts, readDraft, textsTyped, typedOver, writeDraft } from '../src/form/drafts';
import { mentionAt } from '../src/record/NoteEditor';

describe('a draft', () => {
  beforeEach(() => localStorage.clear());

  it('is what differs from the beginning, and nothing typed is none', () => {
    expect(typedOver({ name: 'ก', phone: '', tags: null }, { name: '', phone: undefined })).toEqual({ name: 'ก' });
    expect(typedOver({ type: 'phone' }, { type: 'phone' })).toEqual({});
    writeDraft('7/new/lead', { name: 'ก' });
    expect(readDraft('7/new/lead')).toEqual({ name: 'ก' });
    writeDraft('7/new/lead', {});
    expect(readDraft('7/new/lead')).toBeUndefined();
    expect(localStorage.length).toBe(0);
  });

  it('belongs to one person and one place', () => {
    writeDraft('7/note/lead/1', { text: 'ก' });
    expect(readDraft('8/note/lead/1')).toBeUndefined();
    expect(readDraft('7/note/lead/2')).toBeUndefined();
  });

  it('is forgotten after a month', () => {
    vi.useFakeTimers();
    writeDraft('7/new/lead', { name: 'ก' });
    localStorage.setItem('sala.panel', 'open');
    vi.setSystemTime(Date.now() + 31 * 86_400_000);
    expect(readDraft('7/new/lead')).toBeUndefined();
    clearOldDrafts();
    expect(Object.keys(localStorage)).toEqual(['sala.panel']);
    vi.useRealTimers();
  });

  it('that somebody broke is none', () => {
    localStorage.setItem('sala.draft/7/new/lead', '{');
    expect(readDraft('7/new/lead')).toBeUndefined();
  });
});

describe('a name behind an @', () => {
  it('is looked for from its first letters on, and not within an address', () => {
    expect(mentionAt('ฝาก @สม', 7)).toBe('สม');
    expect(mentionAt('@', 1)).toBe('');
    expect(mentionAt('a@b', 3)).toBeUndefined();
    expect(mentionAt('@สมชาย ใจดี ', 12)).toBeUndefined();
  });
});

it('what was typed at a record goes along into another one, and loses nothing that was typed there', () => {
  writeDraft('7/note/account/1', { text: 'from the one' });
  writeDraft('7/note/account/2', { text: 'at the other' });
  writeDraft('7/mail/account.1', { subject: 'offer' });
  writeDraft('7/note/account/11', { text: 'somebody else' });
  expect(textsTyped('7', 'account', '1')).toEqual(['from the one', 'offer']);
  expect(moveDrafts('7', 'account', '1', '2')).toBe(true);
  expect(readDraft('7/note/account/2')).toEqual({ text: 'at the other\n\nfrom the one' });
  expect(readDraft('7/mail/account.2')).toEqual({ subject: 'offer' });
  expect(readDraft('7/note/account/11')).toEqual({ text: 'somebody else' });
  expect(textsTyped('7', 'account', '1')).toEqual([]);
  expect(moveDrafts('7', 'account', '1', '2')).toBe(false);
});
