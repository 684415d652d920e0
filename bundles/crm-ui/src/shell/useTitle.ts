import { useEffect } from 'react';

/** What the window and the browser's history call a page. */
export function useTitle(title: string) {
  useEffect(() => {
    document.title = `${title} – Sala CRM`;
  }, [title]);
}
