import type { ClassAnalysis, ErrorsFound } from '../class-analysis.js';
import { CRITERIA, criterionMinima, parametersPerPerson } from '../criteria.js';
import { latestAnalysis } from '../latest-analysis.js';
import { danish } from './danish-methods.js';
import { english } from './english-methods.js';
import { METHODS_ITEMS, type MethodsItem } from './grolts.js';
import type { MethodsFacts } from './methods-facts.js';
import { methodsFigures } from './methods-figures.js';
import { methodsTables, type MethodsTable } from './methods-tables.js';

/** A sentence of the methods section, and the items of the reporting guidelines that it answers. */
export interface MethodsSentence {
  text: string;
  items: MethodsItem[];
}

/** What nothing in the study says yet, and the work that closes the gap; null: only the researcher can say it. */
export interface MethodsGap {
  item: MethodsItem;
  text: string;
  act: GapAct | null;
}
export type GapAct =
  | 'fit'
  | 'standard-errors'
  | 'likelihood-ratio'
  | 'residuals'
  | 'choose'
  | 'reason'
  | 'names';

export interface MethodsSection {
  paragraphs: { title: string; sentences: MethodsSentence[] }[];
  tables: MethodsTable[];
  gaps: MethodsGap[];
  /** Every item: where it is answered (paragraph and sentence, from 0), or what is missing; neither: it does not apply. */
  checklist: {
    item: MethodsItem;
    answeredBy: { paragraph: number; sentence: number }[];
    gaps: MethodsGap[];
  }[];
}

/** A bivariate residual above this is commonly taken to say that a pair has more in common than the classes. */
const LARGE_RESIDUAL = 4;
/** More indicators than this are listed in a table and not in the sentence. */
const LISTED = 12;

/**
 * The methods section of a model in the study's language: what was done, out of what the study holds and nothing else; each
 * sentence with the reporting items it answers, and a gap for each item that nothing answers yet.
 */
export function methodsSection(facts: MethodsFacts): MethodsSection {
  const f = methodsFigures(facts.language);
  const w = facts.language === 'da' ? danish : english;
  const { model, indicators, together } = facts;
  const { fit, settings } = model;
  const gaps: MethodsGap[] = [];
  const gap = (item: MethodsItem, act: GapAct | null, text: string): null => {
    gaps.push({ item, act, text });
    return null;
  };
  const say = (text: string, ...items: MethodsItem[]): MethodsSentence => ({ text, items });
  const of = <K extends ClassAnalysis['kind']>(kind: K) => latestAnalysis(facts.analyses, model.id, kind);
  const all = <K extends ClassAnalysis['kind']>(kind: K) =>
    facts.analyses.filter(
      (one): one is Extract<ClassAnalysis, { kind: K }> => one.kind === kind && one.modelId === model.id,
    );
  const names = fit.shares.map((_, k) => model.classNames[k]?.trim() || w.unnamed(k + 1));
  const labelOf = (index: number): string => f.quote(indicators[index]?.label ?? String(index + 1));
  const labels = (ids: readonly string[]): string =>
    f.list(indicators.filter(({ id }) => ids.includes(id)).map(({ label }) => f.quote(label)));

  const data = (): (MethodsSentence | null)[] => {
    const { respondents, name, year } = facts.wave;
    const ordinal = settings?.ordinal ?? [];
    const asked = settings?.userMissingAsCategory ?? [];
    const missing = indicators.map((one) => one.missing / Math.max(1, respondents));
    const { dropped } = fit;
    return [
      say(
        w.sample(
          year === null || name.includes(String(year)) ? name : `${name} (${year})`,
          f.number(respondents),
          f.number(fit.n),
        ),
        '2',
      ),
      dropped && dropped.empty + dropped.incomplete > 0
        ? say(w.dropped(f.number(dropped.empty), f.number(dropped.incomplete), model.missing), '3c')
        : null,
      say(facts.weight === null ? w.unweighted : w.weighted(f.quote(facts.weight)), '2'),
      facts.design.strata || facts.design.units || facts.design.replicates
        ? say(w.design(facts.design, settings?.design ?? false), '2')
        : null,
      say(
        w.indicators(
          f.number(indicators.length),
          indicators.length > LISTED ? null : f.list(indicators.map(({ label }) => f.quote(label))),
        ),
        '1',
      ),
      say(
        ordinal.length === 0 ? w.nominal : w.ordinal(labels(ordinal), ordinal.length === indicators.length),
        '7',
      ),
      indicators.some(({ answers }) => answers.some(({ n }) => n === null))
        ? gap('4', null, w.gaps.distribution)
        : say(w.distribution, '4'),
      say(model.missing === 'fiml' ? w.fiml : w.listwise, '3c'),
      asked.length > 0 ? say(w.userMissing(labels(asked)), '3c') : null,
      say(w.missingRange(f.percent(Math.min(...missing), 1), f.percent(Math.max(...missing), 1)), '3c'),
      say(model.missing === 'fiml' ? w.atRandom : w.completelyAtRandom, '3a'),
      gap('3b', null, w.gaps.missingness),
    ];
  };

  const estimation = (): (MethodsSentence | null)[] => {
    const { residuals } = fit;
    const tested = of('residuals');
    const pairs = tested?.result.pairs ?? residuals;
    const top = pairs?.[0];
    const best = fit.maxima[0];
    const finished = fit.finished ?? settings?.finished;
    return [
      say(w.program(facts.program.name, facts.program.version), '5'),
      model.classes === 1
        ? null
        : say(
            w.starts(
              f.number(model.starts),
              finished === undefined ? null : f.number(finished),
              settings ? f.tolerance(settings.tolerance) : null,
              String(model.seed),
            ),
            '9',
            '5',
          ),
      model.classes > 1 && best
        ? say(
            w.hits(
              best.hits,
              finished === undefined ? null : f.number(finished),
              f.number(fit.maxima.length),
            ),
            '9',
          )
        : null,
      fit.rank === undefined
        ? fit.identified
          ? say(w.identified(null, f.number(fit.npar)), 'identified')
          : say(w.notIdentified(null, f.number(fit.npar)), 'identified')
        : say(
            (fit.identified ? w.identified : w.notIdentified)(f.number(fit.rank), f.number(fit.npar)),
            'identified',
          ),
      fit.boundary && fit.boundary.length > 0 ? say(w.boundary(f.number(fit.boundary.length)), '15') : null,
      say(w.localIndependence, '6a'),
      pairs && top
        ? tested && tested.result.replicates > 0
          ? say(
              w.residualsTested(
                f.number(tested.result.replicates),
                f.number(tested.result.pairs.filter(({ p }) => p !== null && p < 0.05).length),
                f.number(tested.result.pairs.length),
                labelOf(top.a),
                labelOf(top.b),
                f.number(top.bvr, 1),
              ),
              '6a',
              '14c',
            )
          : say(
              w.residuals(
                f.number(pairs.filter(({ bvr }) => bvr > LARGE_RESIDUAL).length),
                f.number(fit.pairs ?? pairs.length),
                f.number(LARGE_RESIDUAL),
                labelOf(top.a),
                labelOf(top.b),
                f.number(top.bvr, 1),
              ),
              '6a',
              '14c',
            )
        : indicators.length > 1
          ? gap('6a', 'residuals', w.gaps.residuals)
          : null,
      pairs && top ? null : gap('14c', 'residuals', w.gaps.residuals),
      fit.goodness?.sparse ? say(w.sparse, '14c') : null,
      fit.goodness && !fit.goodness.sparse
        ? say(
            w.goodness(
              f.number(fit.goodness.g2, 1),
              f.number(fit.goodness.x2, 1),
              f.number(fit.goodness.df.table),
              f.number(fit.goodness.df.cases),
            ),
            '14c',
          )
        : null,
      facts.otherwise > 0
        ? say(w.otherwise(facts.otherwise, f.number(facts.otherwise)), '6b')
        : gap('6b', 'fit', w.gaps.otherwise),
    ];
  };

  const number = (): (MethodsSentence | null)[] => {
    const counts = fit.compared.map(({ classes }) => classes);
    const first = Math.min(...counts);
    const last = Math.max(...counts);
    const minima = criterionMinima(fit.compared);
    const kept = CRITERIA.filter((one) => fit.compared.every((row) => row[one] !== undefined));
    const ratios = together
      .toSorted((a, b) => a.classes - b.classes)
      .flatMap(({ id }) => latestAnalysis(facts.analyses, id, 'likelihood-ratio') ?? []);
    const notReplicated = fit.compared.filter(({ hits, classes }) => classes > 1 && hits === 1);
    return [
      counts.length > 1 ? say(w.compared(f.number(first), f.number(last), first === 1), '11') : null,
      first > 1 ? gap('11', 'fit', w.gaps.oneClass) : null,
      counts.length === 1 ? gap('10', 'fit', w.gaps.single) : null,
      counts.length > 1 ? say(w.criteria(f.list(kept.map((one) => w.criterion[one]))), '10') : null,
      minima.length > 0
        ? say(
            w.minima(
              minima.map(({ classes, criteria }) =>
                w.minimum(f.list(criteria.map((one) => w.criterion[one])), classes),
              ),
            ),
            '10',
          )
        : null,
      notReplicated.length > 0
        ? say(w.notReplicated(f.list(notReplicated.map(({ classes }) => w.classes(classes)))), '9')
        : null,
      ratios.length > 0
        ? say(
            w.ratios(
              f.list(
                ratios.map(({ result: r }) =>
                  w.ratio(
                    r.nullClasses,
                    f.number(r.statistic, 1),
                    f.p(r.p),
                    f.number(r.monteCarloError, 3),
                    f.number(r.replicates),
                  ),
                ),
              ),
            ),
            '10',
          )
        : null,
      model.classes > 1 && ratios.length === 0 && facts.weight !== null ? say(w.noRatio, '10') : null,
      model.classes > 1 && facts.weight === null && !ratios.some(({ modelId }) => modelId === model.id)
        ? gap('10', 'likelihood-ratio', w.gaps.ratio)
        : null,
      together.length < fit.compared.length ? gap('12', null, w.gaps.sizes) : say(w.sizes, '12'),
      together.length < fit.compared.length
        ? null
        : say(w.profiles(together.length, f.number(together.length)), '14b'),
      together.length < fit.compared.length ? gap('14b', null, w.gaps.sizes) : null,
      model.chosen ? null : gap('10', 'choose', w.gaps.notChosen),
      model.reason?.trim()
        ? say(w.reason(w.classes(model.classes), model.reason.trim()), '10')
        : gap('10', 'reason', w.gaps.reason),
    ];
  };

  const final = (): (MethodsSentence | null)[] => {
    const errors = of('standard-errors');
    const smallest = Math.min(...fit.shares);
    const smallestN = fit.smallestN ?? smallest * fit.n;
    const unnamed = model.classNames.filter((name) => name.trim()).length < model.classes;
    const { quality } = fit;
    const certain = quality?.averageByModal.map((row, k) => row?.[k]).filter((one) => one !== undefined);
    return [
      say(
        w.shares(
          w.classes(model.classes),
          names.map((name, k) => shareOf(name, k, errors?.result)),
        ),
        '12',
        '15',
      ),
      say(
        w.smallest(
          names[fit.shares.indexOf(smallest)] ?? '',
          f.number(smallestN),
          f.number(parametersPerPerson(fit.categories, smallestN), 2),
        ),
        'smallest',
      ),
      model.classes > 1 ? say(w.entropy(f.number(fit.entropy, 2)), '13') : null,
      certain && certain.length > 0
        ? say(w.certainty(f.number(Math.min(...certain), 2), f.number(Math.max(...certain), 2)), '13')
        : null,
      errors
        ? say(
            w.errors(
              w.errorsKind[errors.options.errors],
              f.percent(errors.options.level),
              errors.result.replicates === null ? null : f.number(errors.result.replicates),
              errors.result.scaling === null ? null : f.number(errors.result.scaling, 3),
            ),
            '15',
          )
        : gap('15', 'standard-errors', w.gaps.errors),
      errors ? say(w.figure, '14a') : gap('14a', 'standard-errors', w.gaps.figure),
      unnamed && model.classes > 1 ? gap('names', 'names', w.gaps.names) : null,
      !unnamed && model.classes > 1
        ? say(w.names(f.list(names.map((name) => f.quote(name)))), 'names')
        : null,
    ];
  };

  const shareOf = (name: string, k: number, found: ErrorsFound | undefined): string => {
    const one = found?.shares[k];
    const between =
      one && one.low !== null && one.high !== null
        ? ` (${f.percent(one.low, 1)}–${f.percent(one.high, 1)})`
        : '';
    return `${name} ${f.percent(fit.shares[k] ?? NaN, 1)}${between}`;
  };

  const outward = (): (MethodsSentence | null)[] => [
    ...all('covariates').map(({ options, result }) =>
      say(
        w.covariates(
          w.covariateMethod(options.method, options.correction, options.assignment),
          f.list(
            options.covariates.map(({ variableId, as, reference }) => {
              const term = result.tests.find((one) => one.variableId === variableId);
              const name = f.quote(term?.label || term?.name || variableId);
              return as === 'numeric'
                ? w.numericCovariate(name)
                : w.categoricalCovariate(
                    name,
                    reference === null
                      ? null
                      : (facts.labels[variableId]?.[reference] ?? f.number(reference)),
                  );
            }),
          ),
          names[options.referenceClass] ?? '',
          w.structuralErrors[result.errors],
          f.number(result.n),
          f.number(result.dropped.covariate + result.dropped.answers),
        ),
        '8',
      ),
    ),
    ...all('distal').map(({ options, result }) =>
      say(
        w.distal(
          f.quote(result.outcome.label || result.outcome.name),
          options.as,
          w.covariateMethod('three-step', options.correction, options.assignment),
          w.structuralErrors[result.errors],
          result.equal ? f.p(result.equal.p) : null,
          f.number(result.n),
        ),
        '8',
      ),
    ),
    ...all('waves').map(({ options, result }) =>
      say(
        w.waves(
          options.compare,
          f.list(result.waves.map(({ name, year }) => (year === null ? name : String(year)))),
          w.structuralErrors[result.errors],
          f.list(
            result.changes.map(
              ({ estimate, low, high }, k) =>
                `${names[k] ?? ''} ${estimate > 0 ? '+' : ''}${f.number(estimate * 100, 1)}${
                  low === null || high === null
                    ? ''
                    : ` (${f.number(low * 100, 1)}; ${f.number(high * 100, 1)})`
                }`,
            ),
          ),
        ),
        '8',
      ),
    ),
  ];

  const repeat = (): (MethodsSentence | null)[] => [
    say(w.repeat(facts.program.version, String(model.seed)), '16'),
    gap('16', null, w.gaps.access),
  ];

  const paragraphs = [
    { title: w.titles.data, sentences: data() },
    { title: w.titles.estimation, sentences: estimation() },
    { title: w.titles.number, sentences: number() },
    { title: w.titles.final, sentences: final() },
    { title: w.titles.outward, sentences: outward() },
    { title: w.titles.repeat, sentences: repeat() },
  ]
    .map(({ title, sentences }) => ({ title, sentences: sentences.filter((one) => one !== null) }))
    .filter(({ sentences }) => sentences.length > 0);
  const checklist = METHODS_ITEMS.map((item) => ({
    item,
    answeredBy: paragraphs.flatMap(({ sentences }, paragraph) =>
      sentences.flatMap(({ items }, sentence) => (items.includes(item) ? [{ paragraph, sentence }] : [])),
    ),
    gaps: gaps.filter((one) => one.item === item),
  }));
  return { paragraphs, tables: methodsTables(facts, f, w), gaps, checklist };
}

/** The paragraphs of the section alone, as they go into a report. */
export const methodsProse = ({ paragraphs }: MethodsSection): string =>
  paragraphs.map(({ sentences }) => sentences.map(({ text }) => text).join(' ')).join('\n\n');

/** The section as plain text: headings and paragraphs, then the tables with tabs between their cells. */
export function methodsText({ paragraphs, tables }: MethodsSection): string {
  const text = paragraphs.map(
    ({ title, sentences }) => `${title}\n${sentences.map((one) => one.text).join(' ')}`,
  );
  const rows = tables.map(({ title, head, rows: body, note }) =>
    [title, ...[head, ...body].map((cells) => cells.join('\t')), ...(note ? [note] : [])].join('\n'),
  );
  return [...text, ...rows].join('\n\n');
}
