import { useFormat, useMessages } from '../language.js';
import { standing, type Claim, type Quantifier } from './word-scale.js';

/** The line of quantifier words with the claimed one framed and a dot where the count stands. */
export function VerdictScale({
  claim,
  words,
  named,
}: {
  claim: Claim;
  words: readonly Quantifier[];
  named?: boolean;
}) {
  const m = useMessages();
  const f = useFormat();
  const { word, within, claimed, tooStrong } = standing(claim, words);
  const { persons, of, carries } = claim.assessment;
  const told = m.claims.verdict(
    m.claims.ofPersons(f.number(persons.length), f.number(of)),
    carries === null ? null : f.quote(carries),
    claim.quantifier === '' ? null : f.quote(claim.quantifier),
  );
  const at = word < 0 ? 0 : ((word + within) / words.length) * 100;
  return (
    <div
      className={`verdict ${named ? 'named' : ''} ${tooStrong ? 'too-strong' : ''}`}
      role="img"
      aria-label={told}
      title={told}
    >
      <div className="verdict-line">
        {words.map((one, i) => (
          <span
            key={one.word}
            className={[
              'verdict-word',
              i === claimed ? 'claimed' : '',
              i > word && i <= claimed ? 'beyond' : '',
            ].join(' ')}
          >
            {named && one.word}
          </span>
        ))}
        <span className="verdict-dot" style={{ left: `${at}%` }} />
      </div>
    </div>
  );
}

/** The verdict in words: "17 af 28 personer bærer »de fleste«". */
export function VerdictWords({ claim }: { claim: Claim }) {
  const m = useMessages();
  const f = useFormat();
  const { persons, of, carries } = claim.assessment;
  return (
    <span>
      {m.claims.carried(
        m.claims.ofPersons(f.number(persons.length), f.number(of)),
        carries === null ? null : f.quote(carries),
      )}
    </span>
  );
}
