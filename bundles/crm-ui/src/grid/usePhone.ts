import { useSyncExternalStore } from 'react';

const narrow = () => (typeof matchMedia === 'function' ? matchMedia('(max-width: 767px)') : undefined);

/** Whether the screen is as narrow as a phone's. */
export function usePhone(): boolean {
  return useSyncExternalStore(
    (read) => {
      const query = narrow();
      query?.addEventListener('change', read);
      return () => query?.removeEventListener('change', read);
    },
    () => narrow()?.matches ?? false,
  );
}
