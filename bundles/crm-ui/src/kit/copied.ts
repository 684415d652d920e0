import { toast } from './Toast';

/** Puts an address onto the clipboard, or shows it: outside of https a browser has none. */
export async function copied(address: string, words: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(address);
    toast(words);
  } catch {
    toast(address, 'info');
  }
}
