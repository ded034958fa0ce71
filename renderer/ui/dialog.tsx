import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { classNames } from './class-names.ts';
import { Icon } from './icons.tsx';
import './dialog.css';

export interface ModalDialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons at the foot, the one to press next last. */
  readonly actions?: ReactNode;
  readonly size?: 'small' | 'medium' | 'large';
  readonly role?: 'dialog' | 'alertdialog';
}

/** A dialog over the window: keeps the focus in, closes with Escape, gives the focus back. */
export function ModalDialog(props: ModalDialogProps): ReactNode {
  const { title, onClose, children, actions, size = 'medium', role = 'dialog' } = props;
  return (
    <ModalOverlay
      className="scrim"
      isOpen
      isDismissable={role === 'dialog'}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className={classNames('modal', `modal-${size}`)}>
        <Dialog className="dialog" role={role}>
          <header className="dialog-head">
            <Heading slot="title" className="dialog-title">
              {title}
            </Heading>
            <Button look="icon" aria-label="Close" onPress={onClose}>
              <Icon name="close" />
            </Button>
          </header>
          <div className="dialog-body scrolls">{children}</div>
          {actions === undefined ? null : <footer className="dialog-foot">{actions}</footer>}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
