import type { ReactNode } from 'react';
import {
  Button as AriaButton,
  Tooltip as AriaTooltip,
  TooltipTrigger,
  type ButtonProps as AriaButtonProps,
} from 'react-aria-components';
import { Keys } from './keys.js';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children'> {
  /** `main`: the one act of a page or dialog. `plain`: an act among others. `quiet`: without a frame. `danger`: takes away. */
  look?: 'main' | 'plain' | 'quiet' | 'danger';
  /** Only an icon inside: square, and `label` is shown on hover and focus. */
  icon?: boolean;
  /** The name, where what is inside is no words. */
  label?: string;
  /** The key that does the same, shown beside the words (the action itself is offered with `useActions`). */
  keys?: string | undefined;
  small?: boolean;
  children?: ReactNode;
}

export function Button({
  look = 'plain',
  icon = false,
  small = false,
  label,
  keys,
  children,
  ...rest
}: ButtonProps) {
  const button = (
    <AriaButton
      {...rest}
      {...(label ? { 'aria-label': label } : {})}
      className={`button ${look} ${icon ? 'icon-only' : ''} ${small ? 'small' : ''}`}
    >
      {children}
      {keys && !icon && !label && <Keys keys={keys} />}
    </AriaButton>
  );
  if (!label) return button;
  return (
    <TooltipTrigger delay={400} closeDelay={0}>
      {button}
      <AriaTooltip className="tooltip" offset={6}>
        {label}
        {keys && <Keys keys={keys} />}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
