import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useMessages } from '../language.js';
import { Button } from './button.js';
import { Icon } from './icon.js';

export interface DialogProps {
  title: string;
  onClose: () => void;
  children: ReactNode;
  /** Buttons below, the main one last. */
  foot?: ReactNode;
  size?: 'small' | 'middle' | 'large' | 'wide';
  /** `side`: a sheet at the right edge, for what is read beside the page. */
  place?: 'middle' | 'side';
}

/** A modal dialog: shown while it is rendered, closed by Esc, the cross or a click outside. */
export function Dialog({ title, onClose, children, foot, size = 'middle', place = 'middle' }: DialogProps) {
  const m = useMessages();
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      className={`modal-overlay ${place}`}
    >
      <Modal className={`modal ${size} ${place}`}>
        <AriaDialog className="dialog">
          <header className="dialog-head">
            <Heading slot="title" className="dialog-title">
              {title}
            </Heading>
            <Button look="quiet" icon label={m.shell.close} onPress={onClose}>
              <Icon name="close" />
            </Button>
          </header>
          <div className="dialog-body">{children}</div>
          {foot && <footer className="dialog-foot">{foot}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** Asks before something that is more than one undo away. Most acts need no question: they can be undone. */
export function ConfirmDialog(props: {
  title: string;
  text: string;
  act: string;
  onYes: () => void;
  onClose: () => void;
}) {
  const m = useMessages();
  return (
    <Dialog
      title={props.title}
      size="small"
      onClose={props.onClose}
      foot={
        <>
          <Button onPress={props.onClose}>{m.shell.cancel}</Button>
          <Button
            look="danger"
            autoFocus
            onPress={() => {
              props.onYes();
              props.onClose();
            }}
          >
            {props.act}
          </Button>
        </>
      }
    >
      <p>{props.text}</p>
    </Dialog>
  );
}
