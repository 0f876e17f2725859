import type { CertaintyBand } from '@bagom/core';
import { Fragment } from 'react';
import { useFormat, useMessages } from '../language.js';
import { ClassMark } from '../parts/class-mark.js';
import { BANDS, bandRange } from './certainty-words.js';

export interface Narrowed {
  /** From 1; null: every class. */
  inClass: number | null;
  band: CertaintyBand | null;
}

/** How many respondents each class holds, by how sure that is. Each figure is a button that shows only those it counts. */
export function BandCounts(props: {
  counts: readonly (readonly number[])[];
  names: readonly string[];
  narrowed: Narrowed;
  onNarrow: (to: Narrowed) => void;
}) {
  const { counts, names, narrowed, onNarrow } = props;
  const m = useMessages();
  const f = useFormat();
  const sum = (figures: readonly number[]) => figures.reduce((a, b) => a + b, 0);
  const cell = (n: number, inClass: number | null, band: CertaintyBand | null) => {
    const chosen = narrowed.inClass === inClass && narrowed.band === band;
    const what = [
      inClass === null ? m.respondents.allClasses : names[inClass - 1],
      ...(band === null ? [] : [m.respondents.bands[band]]),
    ].join(', ');
    return (
      <td className="number">
        <button
          type="button"
          className="count-button"
          aria-pressed={chosen}
          aria-label={m.respondents.showOnly(f.number(n), what)}
          onClick={() => onNarrow(chosen ? { inClass: null, band: null } : { inClass, band })}
        >
          {f.number(n)}
        </button>
      </td>
    );
  };
  return (
    <table className="table dense band-counts">
      <caption className="out-of-sight">{m.respondents.countsCaption}</caption>
      <thead>
        <tr>
          <th scope="col">{m.respondents.inClass}</th>
          {BANDS.map((band) => (
            <th key={band} scope="col" className="number">
              {m.respondents.bands[band]} <span className="band-range">{bandRange(band, f)}</span>
            </th>
          ))}
          <th scope="col" className="number">
            {m.respondents.all}
          </th>
        </tr>
      </thead>
      <tbody>
        {counts.map((figures, k) => (
          <tr key={k}>
            <th scope="row">
              <ClassMark index={k} /> {names[k]}
            </th>
            {BANDS.map((band, b) => (
              <Fragment key={band}>{cell(figures[b] ?? 0, k + 1, band)}</Fragment>
            ))}
            {cell(sum(figures), k + 1, null)}
          </tr>
        ))}
        <tr className="band-total">
          <th scope="row">{m.respondents.all}</th>
          {BANDS.map((band, b) => (
            <Fragment key={band}>{cell(sum(counts.map((figures) => figures[b] ?? 0)), null, band)}</Fragment>
          ))}
          {cell(sum(counts.flat()), null, null)}
        </tr>
      </tbody>
    </table>
  );
}
