import type { ReactNode } from 'react';
import { Button, Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { Icon } from './icon.js';
import { Keys } from './keys.js';

export interface Choosable {
  id: string;
  name: string;
  run: () => void;
  keys?: string;
  danger?: boolean;
}

/** A button that opens a short list of acts; `chosen` marks the one that holds now. */
export function Menu(props: {
  label: string;
  button: ReactNode;
  items: Choosable[];
  chosen?: string;
  framed?: boolean;
}) {
  const { label, button, items, chosen, framed = false } = props;
  return (
    <MenuTrigger>
      <Button className={`button ${framed ? 'plain' : 'quiet icon-only'}`} aria-label={label}>
        {button}
      </Button>
      <Popover className="popover" placement="bottom end">
        <AriaMenu
          className="menu"
          aria-label={label}
          {...(chosen ? { selectionMode: 'single' as const, selectedKeys: [chosen] } : {})}
          onAction={(id) => items.find((item) => item.id === id)?.run()}
        >
          {items.map((item) => (
            <MenuItem
              key={item.id}
              id={item.id}
              textValue={item.name}
              className={`menu-item ${item.danger ? 'danger' : ''}`}
            >
              <span className="menu-mark">{item.id === chosen && <Icon name="check" />}</span>
              <span>{item.name}</span>
              {item.keys && <Keys keys={item.keys} />}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
