import { Drawer, Modal } from 'antd';
import type { ReactNode } from 'react';
import { Title } from '../Bits';
import { useGiveBack } from '../useGiveBack';
import type { DialogProps, SideProps } from '../Dialog';
import { Library } from './Library';

/** Not the body: for it the library would write a style sheet without a nonce, to stop a page that never scrolls. */
const layer = () => document.getElementById('layers') ?? document.body;

/** Over the panels that float over the page, which it leaves open. */
const must = { closable: false, keyboard: false, zIndex: 1060 };

const heading = (title: ReactNode) => (typeof title === 'string' ? <Title text={title} /> : title);

/** A question that must be answered first. */
export function Dialog({ title, onClose, children, footer = null, width = 520 }: DialogProps) {
  useGiveBack();
  return (
    <Library>
      <Modal
        open
        title={heading(title)}
        {...(onClose ? { onCancel: onClose } : must)}
        footer={footer && <div className="dialog-foot">{footer}</div>}
        width={width}
        mask={{ closable: false }}
        centered
        getContainer={layer}
        classNames={{ body: 'dialog-body' }}
      >
        {children}
      </Modal>
    </Library>
  );
}

/** A panel from the side that leaves the page behind it in view. Where its content takes the focus, it must not itself. */
export function Side({ title, onClose, children, footer, width = 460 }: SideProps) {
  useGiveBack();
  return (
    <Library>
      <Drawer
        open
        getContainer={layer}
        title={heading(title)}
        onClose={onClose}
        footer={footer && <div className="dialog-foot">{footer}</div>}
        size={width}
        autoFocus={false}
      >
        {children}
      </Drawer>
    </Library>
  );
}
