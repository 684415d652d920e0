import type { ReactNode } from 'react';

/** What went wrong, read out at once; nothing while all is well. */
export const ErrorText = ({ className = '', children }: { className?: string; children: ReactNode }) =>
  children ? (
    <p className={`error ${className}`} role="alert">
      {children}
    </p>
  ) : null;
