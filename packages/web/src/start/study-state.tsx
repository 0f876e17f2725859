import { problemSentence } from '@bagom/contract';
import { useQuery } from '@tanstack/react-query';
import { queries, type Outputs } from '../api.js';
import { useFormat, useMessages, useSpoken } from '../language.js';
import { capital } from '../operation-sentence.js';
import { Button } from '../parts/button.js';
import { Icon } from '../parts/icon.js';
import { Failed } from '../parts/read.js';
import type { Overview } from './overview.js';

/** Where the study is kept, whether its key is here, and whether it is whole. */
export function StudyState({ overview }: { overview: Overview }) {
  const m = useMessages();
  const f = useFormat();
  const check = useQuery({ ...queries.check(), enabled: false, staleTime: 0, gcTime: 0 });
  return (
    <section>
      <h2>{m.start.study}</h2>
      <dl className="facts">
        <dt>{m.start.file}</dt>
        <dd className="path">{overview.location}</dd>
        <dt>{m.start.key}</dt>
        <dd>{overview.hasKey ? m.start.hasKey : m.start.noKey}</dd>
        <dt>{m.start.changes}</dt>
        <dd>{f.number(overview.info.operations)}</dd>
      </dl>
      <div className="start-check">
        <Button isDisabled={check.isFetching} onPress={() => void check.refetch()}>
          {check.isFetching ? m.start.checking : m.start.check}
        </Button>
        <div aria-live="polite">
          {check.error && !check.isFetching && <Failed error={check.error} />}
          {check.data ? <Result result={check.data} /> : <p className="hint">{m.start.checkLead}</p>}
        </div>
      </div>
    </section>
  );
}

function Result({ result }: { result: Outputs['study']['check'] }) {
  const { messages: m, format: f, language } = useSpoken();
  if (result.ok) {
    return (
      <p className="start-ok">
        <Icon name="check" /> {m.start.checkOk}
      </p>
    );
  }
  return (
    <>
      <p className="wrong">{m.start.checkBad(f.count(result.problems.length, m.start.problems))}</p>
      <ul className="plain-list problems">
        {result.problems.slice(0, 20).map((problem, i) => (
          <li key={i}>{capital(problemSentence(problem, language))}</li>
        ))}
      </ul>
    </>
  );
}
