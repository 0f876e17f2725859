import { useFormat, useMessages } from '../language.js';
import { Icon } from '../parts/icon.js';
import { Table } from '../parts/table.js';
import type { Model } from './model.js';

type Warning = Model['fit']['warnings'][number];

/** Whether the result holds: every warning in words with what to do, and the maxima the random starts found. */
export function Trust({ model, names }: { model: Model; names: string[] }) {
  const m = useMessages();
  const f = useFormat();
  const sentence = useWarningSentence(model, names);
  const { warnings, maxima } = model.fit;
  const best = maxima[0]?.loglik ?? 0;
  return (
    <section>
      <h2>{m.classes.trust}</h2>
      {warnings.length === 0 ? (
        <p className="trust-ok">
          <Icon name="check" /> {m.classes.noWarnings}
        </p>
      ) : (
        <ul className="plain-list warnings">
          {warnings.map((warning, i) => (
            <li key={i}>
              <Icon name="warning" /> <span>{sentence(warning)}</span>
            </li>
          ))}
        </ul>
      )}
      <div className="maxima">
        <Table
          caption={m.classes.maxima}
          captionShown
          dense
          rows={maxima}
          rowKey={({ loglik }) => String(loglik)}
          columns={[
            {
              key: 'loglik',
              name: m.classes.loglik,
              number: true,
              heads: true,
              value: ({ loglik }) => loglik,
              cell: ({ loglik }) => f.number(loglik, 3),
            },
            {
              key: 'below',
              name: m.classes.below,
              number: true,
              cell: ({ loglik }) => f.number(best - loglik, 3),
            },
            {
              key: 'hits',
              name: m.classes.hits,
              number: true,
              value: ({ hits }) => hits,
              cell: ({ hits }) => f.number(hits),
            },
          ]}
        />
      </div>
    </section>
  );
}

/** A warning of the fit, said to a researcher, with what to do. */
function useWarningSentence(model: Model, names: string[]): (warning: Warning) => string {
  const m = useMessages();
  const f = useFormat();
  const words = m.classes.warnings;
  return ({ code, data }) => {
    const figure = (key: string, digits = 0) =>
      typeof data[key] === 'number' ? f.number(data[key], digits) : '?';
    const name = typeof data['name'] === 'string' ? data['name'] : '?';
    switch (code) {
      case 'not-replicated':
        return words[code](figure('hits'), figure('finished'));
      case 'not-converged':
        return words[code](figure('iterations'));
      case 'not-identified':
        return words[code](figure('rank'), figure('npar'));
      case 'equal-maxima-differ':
        return words[code](figure('spread', 3));
      case 'more-classes-than-patterns':
        return words[code](figure('classes'), figure('patterns'));
      case 'few-hits':
        return words[code](figure('hits'), figure('finished'), figure('missed', 2));
      case 'close-rival':
        return words[code](figure('gap', 3), figure('distance', 2));
      case 'small-class':
        return words[code](names[Number(data['inClass'])] ?? '?', figure('people'));
      case 'uneven-weights':
        return words[code](figure('n'), figure('effectiveN'));
      case 'empty-class':
        return words[code](names[Number(data['inClass'])] ?? '?');
      case 'unused-category':
        return words[code](
          model.indicators.find((one) => one.name === name)?.label || name,
          figure('category'),
        );
      default:
        return words.other(code);
    }
  };
}
