import { CRITERIA, minimumOf, parametersPerPerson, type Criterion } from '@bagom/core';
import { useMemo, type ReactNode } from 'react';
import { useFormat, useMessages } from '../language.js';
import { Button } from '../parts/button.js';
import { Table, type Column } from '../parts/table.js';
import { CriteriaChart } from './criteria-chart.js';
import { fittedTogether, type Model } from './model.js';
import { StepTests } from './step-tests.js';

type Compared = Model['fit']['compared'][number];

/** How many classes: what speaks for which number. */
export function Enumeration({
  model,
  models,
  onModel,
}: {
  model: Model;
  models: Model[];
  onModel: (id: string) => void;
}) {
  const m = useMessages();
  const f = useFormat();
  const { compared, categories } = model.fit;
  const together = useMemo(() => fittedTogether(models, model), [models, model]);
  const minima = useMemo(
    () => new Map<Criterion, number | null>(CRITERIA.map((one) => [one, minimumOf(compared, one)])),
    [compared],
  );
  const kept = CRITERIA.filter((one) => compared.some((row) => row[one] !== undefined));
  const classesColumn: Column<Compared> = {
    key: 'classes',
    name: m.classes.k,
    heads: true,
    value: (one) => one.classes,
    cell: (one) => {
      const other = together.find(({ classes }) => classes === one.classes);
      return one.classes === model.classes || !other ? (
        <span className="k-cell">
          {one.classes}{' '}
          {one.classes === model.classes && <span className="tag accent">{m.classes.shown}</span>}
        </span>
      ) : (
        <Button look="quiet" small label={m.judging.showModel(other.name)} onPress={() => onModel(other.id)}>
          {one.classes}
        </Button>
      );
    },
  };
  const criteria: Column<Compared>[] = [
    classesColumn,
    {
      key: 'loglik',
      name: m.judging.loglik,
      label: m.classes.loglik,
      number: true,
      value: (one) => one.loglik,
      cell: (one) => f.number(one.loglik, 1),
    },
    {
      key: 'npar',
      name: m.judging.npar,
      label: m.classes.npar,
      number: true,
      value: (one) => one.npar,
      cell: (one) => f.number(one.npar),
    },
    ...kept.map((criterion): Column<Compared> => ({
      key: criterion,
      name: m.judging.criterion[criterion],
      number: true,
      value: (one) => one[criterion] ?? null,
      cell: (one) => (
        <Lowest is={minima.get(criterion) === one.classes}>{f.number(one[criterion] ?? NaN, 1)}</Lowest>
      ),
    })),
  ];
  const facts: Column<Compared>[] = [
    classesColumn,
    {
      key: 'smallest',
      name: m.classes.smallest,
      number: true,
      value: (one) => one.smallest,
      cell: (one) => m.judging.shareAndN(f.percent(one.smallest, 1), f.number(peopleOf(one, model))),
    },
    {
      key: 'perPerson',
      name: m.judging.perPerson,
      number: true,
      value: (one) => parametersPerPerson(categories, peopleOf(one, model)),
      cell: (one) => f.number(parametersPerPerson(categories, peopleOf(one, model)), 2),
    },
    {
      key: 'entropy',
      name: m.classes.entropy,
      number: true,
      value: (one) => (one.classes === 1 ? null : one.entropy),
      cell: (one) => (one.classes === 1 ? '–' : f.number(one.entropy, 2)),
    },
    {
      key: 'hits',
      name: m.judging.reached,
      number: true,
      value: (one) => one.hits ?? null,
      cell: (one) =>
        one.hits === undefined || one.classes === 1 ? (
          '–'
        ) : (
          <span className={one.hits < 2 ? 'wrong' : ''}>
            {m.judging.ofFinished(f.number(one.hits), f.number(one.finished ?? NaN))}
          </span>
        ),
    },
    {
      key: 'dfTable',
      name: m.judging.dfTable,
      number: true,
      value: (one) => one.goodness?.df.table ?? null,
      cell: (one) => f.number(one.goodness?.df.table ?? NaN),
    },
    {
      key: 'dfCases',
      name: m.judging.dfCases,
      number: true,
      value: (one) => one.goodness?.df.cases ?? null,
      cell: (one) => f.number(one.goodness?.df.cases ?? NaN),
    },
  ];
  const shared = {
    dense: true,
    rows: compared,
    rowKey: (one: Compared) => String(one.classes),
    rowClass: (one: Compared) => (one.classes === model.classes ? 'shown-row' : ''),
  };
  return (
    <>
      <section className="enumeration">
        <h2>{m.classes.enumeration}</h2>
        <p className="hint">{m.judging.enumerationLead}</p>
        <Table caption={m.judging.criteriaTable} captionShown columns={criteria} {...shared} />
        {compared.length > 1 && <CriteriaChart compared={compared} shown={model.classes} />}
      </section>
      <section className="enumeration">
        <Table caption={m.judging.sizesTable} captionShown columns={facts} {...shared} />
        <dl className="explained">
          <dt>{m.classes.entropy}</dt>
          <dd>{m.judging.entropyMeans}</dd>
          <dt>{m.judging.perPerson}</dt>
          <dd>{m.judging.perPersonMeans}</dd>
          {compared.some(({ goodness }) => goodness) && (
            <>
              <dt>{m.judging.df}</dt>
              <dd>{m.judging.dfMeans}</dd>
            </>
          )}
        </dl>
      </section>
      <StepTests together={together} />
    </>
  );
}

const peopleOf = (one: Compared, model: Model): number => one.smallestN ?? one.smallest * model.fit.n;

/** A figure that is the lowest of its column: marked for the eye and said to the ear. */
function Lowest({ is, children }: { is: boolean; children: ReactNode }) {
  const m = useMessages();
  if (!is) return <>{children}</>;
  return (
    <span className="lowest-figure">
      {children}
      <span className="out-of-sight"> ({m.classes.lowest})</span>
    </span>
  );
}
