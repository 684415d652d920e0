import type { ReactNode } from 'react';

/** What went wrong, read out at once; nothing while all is well. */
export const ErrorText = ({ children }: { children: ReactNode }) =>
  children ? (
    <p className="error" role="alert">
      {children}
    </p>
  ) : null;
