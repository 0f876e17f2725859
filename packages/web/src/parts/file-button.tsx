import { useRef, type ReactNode } from 'react';
import { Button } from './button.js';

/** A button that asks for files. `types`: endings and media types that are offered; all are where none is named. */
export function FileButton(props: {
  children: ReactNode;
  onFiles: (files: [File, ...File[]]) => void;
  types?: readonly string[];
  several?: boolean;
  /** All that is in a folder, and in the folders in it. */
  folder?: boolean;
  /** Its name, where more is to be said than the words on it. */
  label?: string;
  look?: 'main' | 'plain';
  small?: boolean;
  isDisabled?: boolean;
}) {
  const { children, onFiles, types, several, folder, label, ...look } = props;
  const asked = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button {...look} {...(label ? { 'aria-label': label } : {})} onPress={() => asked.current?.click()}>
        {children}
      </Button>
      <input
        ref={asked}
        type="file"
        hidden
        multiple={several}
        {...(folder ? { webkitdirectory: '' } : {})}
        accept={types?.join(',')}
        onChange={(event) => {
          const [first, ...more] = event.target.files ?? [];
          // The same file can be chosen again.
          event.target.value = '';
          if (first) onFiles([first, ...more]);
        }}
      />
    </>
  );
}
