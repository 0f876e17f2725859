import { useState } from 'react';
import { api } from '../../api.js';
import { useChange } from '../../change.js';
import { useMessages } from '../../language.js';
import { Button } from '../../parts/button.js';
import { codeColour } from '../../parts/code-colour.js';
import { Dialog } from '../../parts/dialog.js';
import { Checkbox, NumberField } from '../../parts/field.js';
import type { Code } from '../coding-types.js';

/** Hues that lie apart, to choose from without thinking of degrees. */
const HUES = Array.from({ length: 18 }, (_, i) => i * 20);

/** Gives a code, and the branch under it, another hue. */
export function RecolourDialog({ code, onClose }: { code: Code; onClose: () => void }) {
  const m = useMessages();
  const words = m.codebook;
  const [hue, setHue] = useState(code.hue);
  const [branch, setBranch] = useState(true);
  const recolour = useChange(api.coding.recolour, { onDone: onClose });
  return (
    <Dialog
      title={words.recolourTitle(code.name)}
      size="small"
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{m.shell.cancel}</Button>
          <Button
            look="main"
            isDisabled={!Number.isInteger(hue) || recolour.isPending}
            onPress={() => recolour.mutate({ id: code.id, hue, branch })}
          >
            {words.recolourAct}
          </Button>
        </>
      }
    >
      <div className="hues">
        {HUES.map((one) => (
          <button
            key={one}
            type="button"
            className="hue"
            style={codeColour(one)}
            aria-label={`${words.recolourHue}: ${one}`}
            aria-pressed={one === hue}
            onClick={() => setHue(one)}
          />
        ))}
      </div>
      <div className="row end">
        <NumberField label={words.recolourHue} value={hue} onChange={setHue} min={0} max={359} autoFocus />
        {Number.isInteger(hue) && (
          <span className="code-chip" style={codeColour(hue)}>
            {code.name}
          </span>
        )}
      </div>
      <Checkbox checked={branch} onChange={setBranch}>
        {words.recolourBranch}
      </Checkbox>
    </Dialog>
  );
}
