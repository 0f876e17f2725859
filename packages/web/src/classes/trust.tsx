import { fitChecks, type FitCheck } from '@bagom/core';
import { useFormat, useMessages } from '../language.js';
import { Icon } from '../parts/icon.js';
import { Table } from '../parts/table.js';
import { indicatorName, type Model } from './model.js';
import { NotesList } from './notes-list.js';
import { Residuals } from './residuals.js';

/** Notes of the fit that no check speaks of. */
const TOLD = ['rows-dropped', 'zero-weights', 'pseudo-likelihood'];

/** Whether the result holds: what was checked, in words with what to do, and what the checks rest on. */
export function Trust({ model, names }: { model: Model; names: string[] }) {
  const m = useMessages();
  const sentence = useCheckSentence(model, names);
  const checks = fitChecks(model);
  // What must be known first stands first; within that, in the order of the checks.
  const inOrder = ['bad', 'mind', 'good'].flatMap((state) => checks.filter((one) => one.state === state));
  return (
    <>
      <section>
        <h2>{m.classes.trust}</h2>
        <ul className="plain-list checks">
          {inOrder.map((check, i) => {
            const { finding, act } = sentence(check);
            return (
              <li key={i} className={`check ${check.state}`}>
                <Icon name={check.state === 'good' ? 'check' : 'warning'} />
                <span>
                  <span className="out-of-sight">{m.judging.states[check.state]}: </span>
                  <strong>{finding}</strong>
                  {act && check.state !== 'good' && <span className="check-act"> {act}</span>}
                </span>
              </li>
            );
          })}
        </ul>
        <NotesList notes={(model.fit.notes ?? []).filter(({ code }) => TOLD.includes(code))} names={names} />
      </section>
      {model.classes > 1 && <Maxima model={model} />}
      {(model.fit.boundary?.length ?? 0) > 0 && <Boundary model={model} names={names} />}
      {model.indicators.length > 1 && <Residuals model={model} />}
    </>
  );
}

function Maxima({ model }: { model: Model }) {
  const m = useMessages();
  const f = useFormat();
  const { maxima } = model.fit;
  const best = maxima[0]?.loglik ?? 0;
  const finished = model.fit.finished ?? maxima.reduce((sum, { hits }) => sum + hits, 0);
  return (
    <section>
      <h2>{m.judging.search}</h2>
      <p className="hint">{m.judging.searchLead(f.number(model.starts), f.number(finished))}</p>
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
              cell: ({ loglik }) => f.number(loglik, 4),
            },
            {
              key: 'below',
              name: m.classes.below,
              number: true,
              cell: ({ loglik }) => f.number(best - loglik, 4),
            },
            {
              key: 'hits',
              name: m.classes.hits,
              number: true,
              value: ({ hits }) => hits,
              cell: ({ hits }) => f.number(hits),
            },
            ...(maxima.some(({ distance }) => distance !== undefined)
              ? [
                  {
                    key: 'distance',
                    name: m.judging.distance,
                    number: true,
                    cell: ({ distance }: (typeof maxima)[number]) => f.number(distance ?? NaN, 2),
                  },
                ]
              : []),
            {
              key: 'bar',
              name: <span className="out-of-sight">{m.judging.shareOfStarts}</span>,
              label: m.judging.shareOfStarts,
              width: '34%',
              cell: ({ hits }) => (
                <span className="hits-bar" aria-hidden="true">
                  <span style={{ width: `${(hits / Math.max(1, finished)) * 100}%` }} />
                </span>
              ),
            },
          ]}
        />
      </div>
    </section>
  );
}

function Boundary({ model, names }: { model: Model; names: string[] }) {
  const m = useMessages();
  const boundary = model.fit.boundary ?? [];
  return (
    <section>
      <h2>{m.judging.boundaryTitle}</h2>
      <p className="hint">{m.judging.boundaryLead}</p>
      <Table
        caption={m.judging.boundaryTitle}
        dense
        rows={boundary}
        rowKey={({ indicator, class: inClass, category }) => `${indicator} ${inClass} ${category}`}
        columns={[
          {
            key: 'indicator',
            name: m.classes.indicator,
            heads: true,
            value: ({ indicator }) => indicatorName(model, indicator),
          },
          {
            key: 'answer',
            name: m.classes.answer,
            cell: ({ indicator, category }) => model.indicators[indicator]?.labels[category] ?? '?',
          },
          { key: 'class', name: m.judging.neverIn, value: ({ class: inClass }) => names[inClass] ?? '?' },
        ]}
      />
    </section>
  );
}

/** A check in words: what was found, and what to do about it. */
function useCheckSentence(
  model: Model,
  names: string[],
): (check: FitCheck) => { finding: string; act?: string } {
  const m = useMessages();
  const f = useFormat();
  const w = m.judging.checks;
  return ({ code, state, data }) => {
    const figure = (key: string, digits = 0) => f.number(data[key] ?? NaN, digits);
    const good = state === 'good';
    switch (code) {
      case 'identified':
        return good
          ? { finding: w.identified(figure('rank'), figure('npar')) }
          : { finding: w.notIdentified(figure('rank'), figure('npar')), act: w.notIdentifiedAct };
      case 'converged':
        return good ? { finding: w.converged } : { finding: w.notConverged, act: w.notConvergedAct };
      case 'replicated':
        return good
          ? { finding: w.replicated(figure('hits'), figure('finished')) }
          : {
              finding: w.fewHits(figure('hits'), figure('finished')),
              act: w.fewHitsAct(f.percent(data['missed'] ?? NaN)),
            };
      case 'starts':
        return good
          ? { finding: w.starts(figure('starts')) }
          : { finding: w.fewStarts(figure('starts')), act: w.fewStartsAct(figure('enough')) };
      case 'spread':
        return good
          ? { finding: w.spread(f.number(Math.max(data['spread'] ?? NaN, 1e-4), 4)) }
          : { finding: w.wideSpread(figure('spread', 2)), act: w.wideSpreadAct };
      case 'rival':
        return { finding: w.rival(figure('gap', 3), figure('distance', 2)), act: w.rivalAct };
      case 'weights':
        return { finding: w.weights(figure('n'), figure('effectiveN')), act: w.weightsAct };
      case 'patterns':
        return { finding: w.patterns(figure('classes'), figure('patterns')), act: w.emptyClassAct };
      case 'empty-class':
        return { finding: w.emptyClass(names[data['inClass'] ?? -1] ?? '?'), act: w.emptyClassAct };
      case 'smallest': {
        const finding = w.smallest(
          names[data['inClass'] ?? -1] ?? '?',
          f.count(data['people'] ?? NaN, m.words.counts.respondents),
          figure('perPerson', 2),
        );
        return good ? { finding } : { finding, act: w.smallestAct };
      }
      case 'boundary':
        return good
          ? { finding: w.noBoundary }
          : { finding: w.boundary(figure('count')), act: w.boundaryAct };
      case 'sparse':
        return good ? { finding: w.notSparse } : { finding: w.sparse, act: w.sparseAct };
      case 'residuals':
        return good
          ? { finding: w.residuals(figure('pairs')) }
          : { finding: w.largeResiduals(figure('large'), figure('pairs')), act: w.largeResidualsAct };
      case 'unused-category':
        return {
          finding: w.unused(figure('category'), f.quote(indicatorName(model, data['indicator'] ?? -1))),
          act: w.unusedAct,
        };
    }
  };
}
