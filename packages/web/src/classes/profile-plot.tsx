import { useFormat, useMessages } from '../language.js';
import { ClassMark, classColour } from '../parts/class-mark.js';
import type { ProfileRow } from './profile-rows.js';
import { spreadLabels } from './spread-labels.js';
import { useWidth } from '../parts/use-width.js';

/** Height of a class's own lane in a row: marks and intervals of two classes never lie on each other. */
const LANE = 9;
/** With more classes than this the figures stand in the table alone. */
const FIGURES = 4;
/** About the width in px of a letter of a class's name, and of the space between two names. */
const LETTER = 7;
const BETWEEN = 10;
/** How far in px the cell of a line is padded at either end, as in `profile.css`. */
const PADDING = 20;

/**
 * A row per answer with one sign per class on a line from 0 to 100 per cent, its interval as a line through it, each class
 * in a lane of its own; the names stand at the first row's signs. The same figures stand beside it, for eye and ear.
 */
export function ProfilePlot({ rows, names }: { rows: readonly ProfileRow[]; names: readonly string[] }) {
  const m = useMessages();
  const f = useFormat();
  const figures = names.length > FIGURES ? 'number out-of-sight' : 'number';
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={m.classes.profile}>
      <table className="table profile-table">
        <caption className="out-of-sight">{m.classes.profile}</caption>
        <thead>
          <tr>
            <th scope="col">{m.classes.indicator}</th>
            <td className="profile-scale" aria-hidden="true">
              <span>{f.percent(0)}</span>
              <span>{f.percent(0.5)}</span>
              <span>{f.percent(1)}</span>
            </td>
            {names.map((name, k) => (
              <th key={k} scope="col" className={`${figures} profile-class`}>
                <ClassMark index={k} /> {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={row.key} className={rows[at - 1]?.position === row.position ? 'same' : ''}>
              <th scope="row">
                <span className="profile-indicator">{row.indicator}</span>
                <span className="profile-answer">{row.answer}</span>
              </th>
              <td className="profile-cell" aria-hidden="true">
                {at === 0 && <Names row={row} names={names} />}
                <Track row={row} />
              </td>
              {row.probabilities.map((probability, k) => (
                <td key={k} className={figures}>
                  {f.percent(probability)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/**
 * The classes' names above the first row, each as near to its sign as the others allow. They may reach out over the line's
 * ends as far as the cell is padded.
 */
function Names({ row, names }: { row: ProfileRow; names: readonly string[] }) {
  const [box, width] = useWidth<HTMLSpanElement>();
  const places = spreadLabels(
    row.probabilities.map((p) => p * width + PADDING),
    names.map((name) => name.length * LETTER + BETWEEN),
    width + 2 * PADDING,
  );
  return (
    <span ref={box} className="profile-names">
      {width > 0 &&
        names.map((name, k) => (
          <span key={k} style={{ left: (places[k] ?? 0) - PADDING }}>
            {name}
          </span>
        ))}
    </span>
  );
}

/** The line from 0 to 100 per cent with a sign where each class is, and how far it may be off. */
function Track({ row: { probabilities, intervals } }: { row: ProfileRow }) {
  const height = Math.max(24, probabilities.length * LANE + 4);
  const lane = (k: number) => height / 2 + (k - (probabilities.length - 1) / 2) * LANE;
  return (
    <span className="profile-track" style={{ height }}>
      {probabilities.map((probability, k) => {
        const interval = intervals[k];
        return (
          <span key={k}>
            {interval && (
              <span
                className="profile-interval"
                style={{
                  top: lane(k),
                  left: `${interval[0] * 100}%`,
                  width: `${(interval[1] - interval[0]) * 100}%`,
                  background: classColour(k),
                }}
              />
            )}
            <span className="profile-mark" style={{ top: lane(k) - 6, left: `${probability * 100}%` }}>
              <ClassMark index={k} />
            </span>
          </span>
        );
      })}
    </span>
  );
}
