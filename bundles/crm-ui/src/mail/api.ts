import { queryOptions } from '@tanstack/react-query';
import { api } from '../api/client';

export interface Signatures {
  own: string;
  company: string;
}
export interface MailDraft {
  receivers: { name: string; address: string }[];
  signatures: Signatures;
  language: string;
  /** whether the company has a server that sends it; else it waits */
  ready: boolean;
}
export type MailSettings = Record<string, string | boolean>;

export const draftQuery = (about: { entity: string; id: string } | undefined) =>
  queryOptions({
    queryKey: ['record', about?.entity, about?.id, 'mail'],
    queryFn: () => api<MailDraft>(`/api/mail/draft?${new URLSearchParams(about).toString()}`),
  });
export const mailSettingsQuery = queryOptions({
  queryKey: ['mail-settings'],
  queryFn: () => api<MailSettings>('/api/mail/settings'),
  staleTime: 0,
});
export const signatureQuery = queryOptions({
  queryKey: ['mail-signature'],
  queryFn: () => api<{ signature: string }>('/api/mail/signature'),
  staleTime: 0,
});

/** Addresses as people type them, parted by commas, semicolons or spaces. */
export const parted = (text: string) => text.split(/[\s,;]+/).filter(Boolean);

/** What somebody types between the addresses of a line: it stands before the caret. */
export const typedAt = (text: string, caret: number) =>
  text
    .slice(0, caret)
    .replace(/^.*(?:[,;]|@\S+\s)/, '')
    .trim();

/** The line with an address in place of what was typed for it. */
export function withAddress(text: string, caret: number, address: string): string {
  const before = text.slice(0, caret);
  const begin = before.trimEnd().length - typedAt(text, caret).length;
  return `${before.slice(0, begin)}${address}, ${text.slice(caret).replace(/^[\s,;]+/, '')}`;
}
