import { useMessages } from '../../language.js';
import { Button } from '../../parts/button.js';
import { Empty } from '../../parts/empty.js';
import { useChoose } from '../../routes.js';

/** In place of figures and disagreements while a sample is coded blind: why there are none, and where to end it. */
export function StillBlind() {
  const m = useMessages();
  const choose = useChoose();
  return (
    <Empty
      title={m.coders.blind}
      act={<Button onPress={() => choose({ part: 'sample' })}>{m.coders.toSample}</Button>}
    >
      <p>{m.coders.notCompared}</p>
    </Empty>
  );
}
