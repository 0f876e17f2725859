import {
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select as AriaSelect,
  SelectValue,
  ToggleButton,
  ToggleButtonGroup,
} from 'react-aria-components';
import { Icon } from './icon.js';
import { Keys } from './keys.js';

export interface Option<V extends string> {
  value: V;
  name: string;
  /** A second, quieter line or figure. */
  note?: string;
  /** The key that chooses it, where it is offered as an action; shown by `Segmented`. */
  keys?: string;
}

interface ChoiceProps<V extends string> {
  label: string;
  value: V;
  options: readonly Option<V>[];
  onChange: (value: V) => void;
  /** The label is read out but not shown. */
  bare?: boolean;
  disabled?: boolean;
}

/** One out of a list, opened by a button. */
export function Select<V extends string>({
  label,
  value,
  options,
  onChange,
  bare,
  disabled = false,
}: ChoiceProps<V>) {
  return (
    <AriaSelect
      className="field select"
      value={value}
      isDisabled={disabled}
      onChange={(key) => {
        const chosen = options.find((option) => option.value === key);
        if (chosen) onChange(chosen.value);
      }}
      {...(bare ? { 'aria-label': label } : {})}
    >
      {!bare && <Label>{label}</Label>}
      <Button className="input select-button">
        <SelectValue className="select-value" />
        <Icon name="down" />
      </Button>
      <Popover className="popover">
        <ListBox className="menu" items={options.map((option) => ({ ...option, id: option.value }))}>
          {(option) => (
            <ListBoxItem id={option.id} textValue={option.name} className="menu-item">
              <span className="menu-mark">{option.id === value && <Icon name="check" />}</span>
              <span>{option.name}</span>
              {option.note && <span className="menu-note">{option.note}</span>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}

/** One out of a few, all in sight. */
export function Segmented<V extends string>({
  label,
  value,
  options,
  onChange,
  bare = true,
  disabled = false,
}: ChoiceProps<V>) {
  return (
    <div className="field">
      {!bare && (
        <span className="label" aria-hidden="true">
          {label}
        </span>
      )}
      <ToggleButtonGroup
        className="segmented"
        aria-label={label}
        selectionMode="single"
        disallowEmptySelection
        isDisabled={disabled}
        selectedKeys={[value]}
        onSelectionChange={(keys) => {
          const chosen = options.find((option) => keys.has(option.value));
          if (chosen) onChange(chosen.value);
        }}
      >
        {options.map((option) => (
          <ToggleButton key={option.value} id={option.value} className="segment">
            {option.name}
            {option.keys && <Keys keys={option.keys} />}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </div>
  );
}
