import './find-dialog.css';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { Icon } from './icon.js';

/** The dialog in which things are found: a field at the top, what was found below it. Closed by Esc or a click outside. */
export function FindFrame(props: {
  title: string;
  className?: string;
  children: ReactNode;
  onClose: () => void;
}) {
  const { title, className = '', children, onClose } = props;
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      className="modal-overlay top"
    >
      <Modal className={`modal palette ${className}`}>
        <Dialog className="dialog find" aria-label={title}>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** A list walked from the field above it: the arrows and Page Up and Down go, Enter chooses. */
interface Walk {
  /** The option that Enter chooses. */
  here: number;
  count: number;
  /** Goes to an option; to the first when other things were found. */
  setAt: (index: number) => void;
  onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
  listProps: { id: string; role: 'listbox'; ref: (list: HTMLElement | null) => void };
  optionId: (index: number) => string;
}

export function useWalk(count: number, onEnter: (index: number, stay: boolean) => void): Walk {
  const id = useId();
  const [at, setAt] = useState(0);
  const list = useRef<HTMLElement | null>(null);
  const here = Math.min(at, Math.max(0, count - 1));
  useEffect(() => {
    list.current?.querySelector(`[data-at="${here}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [here]);
  return {
    here,
    count,
    setAt,
    onKeyDown: (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
      if (step) setAt(Math.max(0, Math.min(count - 1, here + step)));
      else if (event.key === 'Enter') onEnter(here, event.shiftKey);
      else return;
      event.preventDefault();
    },
    listProps: {
      id: `${id}-list`,
      role: 'listbox',
      ref: (element) => {
        list.current = element;
      },
    },
    optionId: (index) => `${id}-${index}`,
  };
}

/** The field whose keys walk the list. */
export function WalkField(props: {
  walk: Walk;
  label: string;
  placeholder?: string;
  value: string;
  onChange: (value: string) => void;
  /** What was typed before is selected, to be typed over. */
  selectAll?: boolean;
  onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
}) {
  const { walk, label, placeholder = label, value, onChange, selectAll = false } = props;
  return (
    <div className="find-field">
      <Icon name="search" />
      <input
        className="input"
        role="combobox"
        aria-label={label}
        aria-expanded={walk.count > 0}
        aria-controls={walk.listProps.id}
        aria-autocomplete="list"
        {...(walk.count > 0 ? { 'aria-activedescendant': walk.optionId(walk.here) } : {})}
        placeholder={placeholder}
        value={value}
        autoFocus
        onFocus={(event) => selectAll && event.target.select()}
        onChange={(event) => {
          onChange(event.target.value);
          walk.setAt(0);
        }}
        onKeyDown={(event) => {
          props.onKeyDown?.(event);
          if (!event.defaultPrevented) walk.onKeyDown(event);
        }}
      />
    </div>
  );
}

/** What every option of a walked list has; the pointer goes to it, and a click leaves the field its focus. */
export function optionProps(walk: Walk, index: number) {
  return {
    type: 'button',
    tabIndex: -1,
    id: walk.optionId(index),
    'data-at': index,
    role: 'option',
    'aria-selected': index === walk.here,
    onPointerMove: () => walk.setAt(index),
    onMouseDown: (event: { preventDefault: () => void }) => event.preventDefault(),
  } as const;
}
