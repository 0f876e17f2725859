import type { ComponentPropsWithRef } from 'react';
import { Keys } from './keys.js';

export interface ButtonProps extends Omit<
  ComponentPropsWithRef<'button'>,
  'className' | 'style' | 'onClick' | 'disabled' | 'title'
> {
  /** `main`: the one act of a page or dialog. `plain`: an act among others. `quiet`: without a frame. `danger`: takes away. */
  look?: 'main' | 'plain' | 'quiet' | 'danger';
  /** Only an icon inside: square, and `label` is shown on hover and focus. */
  icon?: boolean;
  /** The name, where what is inside is no words. */
  label?: string;
  /** The key that does the same, shown beside the words (the action itself is offered with `useActions`). */
  keys?: string | undefined;
  small?: boolean;
  isDisabled?: boolean;
  onPress?: () => void;
}

/** An act that is seen. It is the browser's own button, since a page has hundreds and draws some of them anew at each change. */
export function Button(props: ButtonProps) {
  const { look = 'plain', icon, small, label, keys, isDisabled, onPress, children, ...rest } = props;
  return (
    <button
      type="button"
      {...rest}
      // Not `disabled`: the browser would take the focus from a button that is pressed and waits. The tab key passes it by.
      {...(isDisabled ? { 'aria-disabled': true, tabIndex: -1 } : {})}
      {...(label ? { 'aria-label': label, 'data-tip': label, 'data-tip-keys': keys } : {})}
      className={`button ${look} ${icon ? 'icon-only' : ''} ${small ? 'small' : ''}`}
      onClick={(event) => {
        // A form is not sent either.
        if (isDisabled) return event.preventDefault();
        // Not every browser gives a button that is clicked the focus, and a dialog gives it back to where it was.
        if (!event.currentTarget.contains(document.activeElement)) event.currentTarget.focus();
        onPress?.();
      }}
    >
      {children}
      {keys && !icon && !label && <Keys keys={keys} />}
    </button>
  );
}
