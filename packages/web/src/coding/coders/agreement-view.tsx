import { COEFFICIENTS } from '@bagom/core';
import { useFormat, useMessages } from '../../language.js';
import { Button } from '../../parts/button.js';
import { Checkbox } from '../../parts/field.js';
import { Failed, Skeleton } from '../../parts/read.js';
import { useRemembered } from '../../parts/remembered.js';
import { Segmented } from '../../parts/select.js';
import type { Codebook } from '../coding-types.js';
import { AgreementTable } from './agreement-table.js';
import { StillBlind } from './still-blind.js';
import { isSkewed } from './skewed.js';
import type { Found, Sample } from './sample.js';
import { REPLICATES, useAgreement } from './use-agreement.js';

const UNITS = ['characters', 'sentences', 'turns', 'excerpts'] as const;

/** How far coders agree: the unit to choose, the table, and what its figures mean. */
export function AgreementView({ sample, codebook }: { sample: Sample | undefined; codebook: Codebook }) {
  const m = useMessages();
  const words = m.coders;
  const [unit, setUnit] = useRemembered<(typeof UNITS)[number]>('coders.unit', 'sentences');
  const [under, setUnder] = useRemembered('coders.under', false);
  const [spoken, setSpoken] = useRemembered('coders.spoken', false);
  const agreement = useAgreement(
    {
      unit,
      withUnder: under,
      roles: spoken ? ['interviewee'] : null,
      ...(sample ? { doubleCodingId: sample.id } : {}),
    },
    !sample?.blind,
  );
  if (sample?.blind) return <StillBlind />;
  const { found, read } = agreement;
  return (
    <div className="coders-sheet wide">
      <div className="agreement-controls">
        <Segmented
          label={words.unit}
          bare={false}
          value={unit}
          options={UNITS.map((value) => ({ value, name: words.units[value] }))}
          onChange={setUnit}
        />
        <Checkbox checked={under} onChange={setUnder}>
          {words.under}
        </Checkbox>
        <Checkbox checked={spoken} onChange={setSpoken}>
          {words.onlyInterviewee}
        </Checkbox>
        <Working agreement={agreement} />
      </div>
      <p className="hint">{words.unitHint[unit]}</p>
      {found ? (
        <>
          <Compared found={found} codebook={codebook} />
          <AgreementTable found={found} codebook={codebook} />
        </>
      ) : read.error ? (
        <Failed error={read.error} again={() => void read.refetch()} />
      ) : (
        <Skeleton />
      )}
      <Explained />
    </div>
  );
}

/** The intervals on their way, with a way to stop; always as high, so that the table stays where it is. */
function Working({ agreement }: { agreement: ReturnType<typeof useAgreement> }) {
  const m = useMessages();
  const f = useFormat();
  const { busy, progress, stopped, stop, start } = agreement;
  return (
    <div className="agreement-working" role="status">
      {busy && (
        <>
          <span className="hint">
            {m.coders.computing} {f.percent(progress)}
          </span>
          <Button small onPress={stop}>
            {m.coders.stop}
          </Button>
        </>
      )}
      {stopped && (
        <Button small onPress={start}>
          {m.coders.computeIntervals}
        </Button>
      )}
    </div>
  );
}

/** Who was compared on how much, and what to mind. */
function Compared({ found, codebook }: { found: Found; codebook: Codebook }) {
  const m = useMessages();
  const f = useFormat();
  const words = m.coders;
  const name = (id: string) => codebook.coders.find((coder) => coder.id === id)?.name ?? '';
  const skewed = found.codes.filter(isSkewed).length;
  return (
    <>
      <p className="agreement-compared">
        {words.compared(
          f.list(found.coderIds.map(name)),
          f.count(found.sourceIds.length, m.words.counts.sources),
          `${f.number(found.overall.units)} ${words.unitsNoun[found.unit]}`,
        )}
      </p>
      {found.silent.length > 0 && <p className="note">{words.silentNote(f.list(found.silent.map(name)))}</p>}
      {skewed > 0 && <p className="hint">{words.extremeNote(f.count(skewed, m.words.counts.codes))}</p>}
    </>
  );
}

function Explained() {
  const m = useMessages();
  const f = useFormat();
  const words = m.coders;
  return (
    <section className="agreement-explained">
      <h2>{words.explainTitle}</h2>
      <p>
        {words.intervalsExplained(f.number(REPLICATES))} {words.intervalsSay} {words.intervalsUntold}
      </p>
      <p>{words.overallExplained}</p>
      <dl>
        {(['prevalence', ...COEFFICIENTS] as const).map((key) => (
          <div key={key}>
            <dt>{key === 'prevalence' ? words.prevalence : words.coefficients[key]}</dt>
            <dd>{words.explained[key]}</dd>
          </div>
        ))}
        <div>
          <dt>–</dt>
          <dd>{words.cannotTellWhy}</dd>
        </div>
        <div>
          <dt>{words.extreme}</dt>
          <dd>{words.extremeWhy}</dd>
        </div>
      </dl>
    </section>
  );
}
