import { Link } from '@tanstack/react-router';
import { useFormat, useMessages } from '../language.js';
import { ShareBar } from '../parts/share-bar.js';
import type { Overview } from './overview.js';

/** The survey in the margin: how many answered, and the classes they fall into. */
export function ClassShares({
  classes,
  respondents,
}: {
  classes: Overview['info']['classes'];
  respondents: number;
}) {
  const m = useMessages();
  const f = useFormat();
  if (respondents === 0) return null;
  return (
    <section>
      <h2>{m.start.survey}</h2>
      <p className="hint">{f.count(respondents, m.words.counts.respondents)}</p>
      {classes.length === 0 ? (
        <p className="hint">
          {m.start.noClasses} <Link to="/classes">{m.words.next['choose-model']}</Link>
        </p>
      ) : (
        <ShareBar parts={classes.map(({ name, share }, i) => ({ name: name || f.number(i + 1), share }))} />
      )}
    </section>
  );
}
