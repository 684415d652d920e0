import { Suspense, type ReactNode } from 'react';
import { lazily } from './lazily';

const Question = lazily(() => import('./library/Dialog'), 'Dialog');
const Panel = lazily(() => import('./library/Dialog'), 'Side');

export interface DialogProps {
  title: ReactNode;
  onClose: () => void;
  children: ReactNode;
  footer?: ReactNode;
  width?: number;
}

/** A question that must be answered first. */
export const Dialog = (props: DialogProps) => (
  <Suspense>
    <Question {...props} />
  </Suspense>
);

/** A panel from the side that leaves the page behind it in view. */
export const Side = (props: DialogProps) => (
  <Suspense>
    <Panel {...props} />
  </Suspense>
);
