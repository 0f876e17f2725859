import type { ReactNode } from 'react';
import {
  Checkbox as AriaCheckbox,
  FieldError,
  Input,
  Label,
  NumberField as AriaNumberField,
  SearchField as AriaSearchField,
  Text,
  TextArea,
  TextField as AriaTextField,
} from 'react-aria-components';
import { useMessages } from '../language.js';
import { Button } from './button.js';
import { Icon } from './icon.js';

interface FieldProps<T> {
  label: string;
  value: T;
  onChange: (value: T) => void;
  /** A line below that says what belongs here. */
  hint?: string;
  /** What is wrong, as a sentence. */
  wrong?: string | null;
  required?: boolean;
  disabled?: boolean;
  /** The label is read out but not shown (in a table, beside a heading that says it). */
  bare?: boolean;
  autoFocus?: boolean;
}

/** A line of text; with `lines` an area of that many lines. `onCommit`: on Enter or when the field is left. */
export function TextField(
  props: FieldProps<string> & {
    lines?: number;
    placeholder?: string;
    type?: 'text' | 'password';
    serif?: boolean;
    onCommit?: () => void;
    /** On Enter alone. */
    onEnter?: () => void;
    onFocus?: () => void;
  },
) {
  const {
    label,
    value,
    onChange,
    hint,
    wrong,
    bare,
    lines,
    placeholder,
    type = 'text',
    serif,
    onCommit,
    onEnter = onCommit,
    onFocus,
  } = props;
  return (
    <AriaTextField
      className="field"
      value={value}
      onChange={onChange}
      isInvalid={Boolean(wrong)}
      isRequired={props.required ?? false}
      isDisabled={props.disabled ?? false}
      autoFocus={props.autoFocus ?? false}
      type={type}
      validationBehavior="aria"
      {...(bare ? { 'aria-label': label } : {})}
      {...(onCommit ? { onBlur: onCommit } : {})}
      {...(onFocus ? { onFocus } : {})}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !lines && onEnter) onEnter();
        else event.continuePropagation();
      }}
    >
      {!bare && <Label>{label}</Label>}
      {lines ? (
        <TextArea className={serif ? 'input serif' : 'input'} rows={lines} placeholder={placeholder ?? ''} />
      ) : (
        <Input className={serif ? 'input serif' : 'input'} placeholder={placeholder ?? ''} />
      )}
      <Hints hint={hint} wrong={wrong} />
    </AriaTextField>
  );
}

/** A number with the language's own decimal sign. An empty field is NaN. */
export function NumberField(
  props: FieldProps<number> & { min?: number; max?: number; step?: number; digits?: number },
) {
  const { label, value, onChange, hint, wrong, bare, min, max, step, digits = 0 } = props;
  return (
    <AriaNumberField
      className="field number-field"
      value={value}
      onChange={onChange}
      isInvalid={Boolean(wrong)}
      isDisabled={props.disabled ?? false}
      autoFocus={props.autoFocus ?? false}
      formatOptions={{ maximumFractionDigits: digits, useGrouping: false }}
      validationBehavior="aria"
      {...(min === undefined ? {} : { minValue: min })}
      {...(max === undefined ? {} : { maxValue: max })}
      {...(step === undefined ? {} : { step })}
      {...(bare ? { 'aria-label': label } : {})}
    >
      {!bare && <Label>{label}</Label>}
      <Input className="input number" />
      <Hints hint={hint} wrong={wrong} />
    </AriaNumberField>
  );
}

/** A search field; Esc empties it. */
export function SearchField(props: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  autoFocus?: boolean;
}) {
  const m = useMessages();
  return (
    <AriaSearchField
      className="field search-field"
      aria-label={props.label}
      value={props.value}
      onChange={props.onChange}
      autoFocus={props.autoFocus ?? false}
    >
      <Icon name="search" />
      <Input className="input" placeholder={props.label} />
      {props.value && (
        <Button look="quiet" icon small label={m.shell.clear}>
          <Icon name="close" />
        </Button>
      )}
    </AriaSearchField>
  );
}

export function Checkbox(props: {
  checked: boolean;
  onChange: (checked: boolean) => void;
  children?: ReactNode;
  label?: string;
  some?: boolean;
  disabled?: boolean;
}) {
  return (
    <AriaCheckbox
      className="checkbox"
      isSelected={props.checked}
      isIndeterminate={props.some ?? false}
      isDisabled={props.disabled ?? false}
      onChange={props.onChange}
      {...(props.label ? { 'aria-label': props.label } : {})}
    >
      <span className="checkbox-box">
        {props.some ? <Icon name="minus" /> : props.checked && <Icon name="check" />}
      </span>
      {props.children}
    </AriaCheckbox>
  );
}

function Hints({ hint, wrong }: { hint: string | undefined; wrong: string | null | undefined }) {
  return (
    <>
      {hint && (
        <Text slot="description" className="hint">
          {hint}
        </Text>
      )}
      <FieldError className="wrong">{wrong}</FieldError>
    </>
  );
}
