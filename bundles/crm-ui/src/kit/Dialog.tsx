import { Drawer, Modal } from 'antd';
import type { ReactNode } from 'react';

interface Props {
  title: ReactNode;
  onClose: () => void;
  children: ReactNode;
  footer?: ReactNode;
  width?: number;
}

/** A question that must be answered first. */
export function Dialog({ title, onClose, children, footer = null, width = 520 }: Props) {
  return (
    <Modal
      open
      title={title}
      onCancel={onClose}
      footer={footer && <div className="dialog-foot">{footer}</div>}
      width={width}
      mask={{ closable: false }}
      centered
      classNames={{ body: 'dialog-body' }}
    >
      {children}
    </Modal>
  );
}

/** A panel from the side that leaves the page behind it in view. */
export function Side({ title, onClose, children, footer, width = 460 }: Props) {
  return (
    <Drawer
      open
      title={title}
      onClose={onClose}
      footer={footer && <div className="dialog-foot">{footer}</div>}
      size={width}
    >
      {children}
    </Drawer>
  );
}
