import { useEffect } from 'react';
import { forwards } from '../i18n';

/** What the window and the browser's history call a page. */
export function useTitle(title: string) {
  useEffect(() => {
    document.title = `${forwards(title)} – Sala CRM`;
  }, [title]);
}
