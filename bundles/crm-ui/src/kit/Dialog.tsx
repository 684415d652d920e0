import { Suspense, type ReactNode } from 'react';
import { Block } from './Block';
import { ahead } from './lazily';

const Question = ahead(() => import('./library/Dialog'), 'Dialog');
const Panel = ahead(() => import('./library/Dialog'), 'Side');

export interface DialogProps {
  title: ReactNode;
  /** without it the dialog is left only by what is done in it, and lies over all else */
  onClose?: () => void;
  children: ReactNode;
  footer?: ReactNode;
  width?: number;
}

export interface SideProps extends DialogProps {
  onClose: () => void;
}

/** A question that must be answered first. */
export const Dialog = (props: DialogProps) => (
  <Suspense>
    <Question {...props}>
      <Block>{props.children}</Block>
    </Question>
  </Suspense>
);

/** A panel from the side that leaves the page behind it in view. */
export const Side = (props: SideProps) => (
  <Suspense>
    <Panel {...props}>
      <Block>{props.children}</Block>
    </Panel>
  </Suspense>
);
