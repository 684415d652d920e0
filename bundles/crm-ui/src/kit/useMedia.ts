import { useCallback, useSyncExternalStore } from 'react';

const asked = (query: string) => (typeof matchMedia === 'function' ? matchMedia(query) : undefined);

/** Whether the screen answers a media query now. */
export function useMedia(query: string): boolean {
  const watch = useCallback(
    (read: () => void) => {
      const media = asked(query);
      media?.addEventListener('change', read);
      return () => media?.removeEventListener('change', read);
    },
    [query],
  );
  return useSyncExternalStore(watch, () => asked(query)?.matches ?? false);
}

/** Whether the screen is as narrow as a phone's. */
export const usePhone = () => useMedia('(max-width: 767px)');
