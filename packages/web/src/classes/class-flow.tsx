import { useQuery } from '@tanstack/react-query';
import { useState, type KeyboardEvent } from 'react';
import { queries, type Outputs } from '../api.js';
import { useFormat, useMessages } from '../language.js';
import { classColour } from '../parts/class-mark.js';
import { Read } from '../parts/read.js';
import { Table } from '../parts/table.js';
import { flowLayout, type FlowBand } from './flow-layout.js';
import type { Model } from './model.js';
import { spreadLabels } from './spread-labels.js';
import './class-flow.css';
import { useWidth } from '../parts/use-width.js';

type Flow = Outputs['respondents']['flow'];
const HEIGHT = 330;
const TOP = 26;
const GAP = 14;
const BAR = 12;
/** Room at the right for the names of the last model's classes. */
const RIGHT = 122;
const LINE = 15;

/** Who goes where from K to K + 1 classes, among the models that were fitted together: drawn, and as a table. */
export function ClassFlow({ model }: { model: Model }) {
  const m = useMessages();
  const flow = useQuery(queries.classFlow(model.id));
  return (
    <section className="class-flow">
      <h2>{m.profile.flow}</h2>
      <Read query={flow} lines={8}>
        {(data) =>
          data.models.length < 2 ? (
            <p className="hint">{m.profile.onlyOne}</p>
          ) : (
            <>
              <p className="hint">{m.profile.flowLead(data.weighted)}</p>
              <Drawing flow={data} model={model} />
            </>
          )
        }
      </Read>
    </section>
  );
}

function Drawing({ flow, model }: { flow: Flow; model: Model }) {
  const m = useMessages();
  const f = useFormat();
  const [box, width] = useWidth<HTMLDivElement>();
  const [shown, setShown] = useState<number | null>(null);
  const [reached, setReached] = useState(0);
  const { nodes, bands } = flowLayout(flow, HEIGHT, GAP);
  const columns = flow.models.length;
  const step = (width - RIGHT - BAR) / Math.max(1, columns - 1);
  const x = (at: number) => at * step;
  const nameOf = (at: number, k: number) =>
    flow.models[at]?.classNames[k] || m.classes.unnamed(f.number(k + 1));
  const sentence = ({ model: at, from, to, share, ofClass }: FlowBand) =>
    m.profile.band(
      f.percent(share, share < 0.1 ? 1 : 0),
      nameOf(at, from),
      flow.models[at]?.name ?? '',
      nameOf(at + 1, to),
      flow.models[at + 1]?.name ?? '',
      f.percent(ofClass, ofClass < 0.1 ? 1 : 0),
    );
  const onKeyDown = (event: KeyboardEvent) => {
    const next = neighbour(bands, reached, event.key);
    if (next === null) return;
    event.preventDefault();
    setReached(next);
    box.current?.querySelector<SVGElement>(`[data-band="${next}"]`)?.focus();
  };
  const told = shown === null ? undefined : bands[shown];
  return (
    <figure className="flow-figure">
      <div ref={box} className="flow-box" style={{ minHeight: HEIGHT + TOP }}>
        {width > 200 && (
          <svg
            width={width}
            height={HEIGHT + TOP}
            role="group"
            aria-label={m.profile.flowChart(f.list(flow.models.map(({ name }) => name)))}
          >
            {flow.models.map(({ id, name }, at) => (
              <text
                key={id}
                x={x(at)}
                y={12}
                className={id === model.id ? 'flow-model chosen' : 'flow-model'}
                aria-hidden="true"
              >
                {name}
              </text>
            ))}
            <g transform={`translate(0 ${TOP})`}>
              {bands.map((band, i) => (
                <path
                  key={`${band.model} ${band.from} ${band.to}`}
                  d={bandPath(band, x(band.model) + BAR, x(band.model + 1))}
                  data-band={i}
                  className={shown === i ? 'flow-band shown' : 'flow-band'}
                  role="img"
                  aria-label={sentence(band)}
                  tabIndex={i === reached ? 0 : -1}
                  onFocus={() => {
                    setReached(i);
                    setShown(i);
                  }}
                  onBlur={() => setShown(null)}
                  onMouseEnter={() => setShown(i)}
                  onMouseLeave={() => setShown(null)}
                  onKeyDown={onKeyDown}
                />
              ))}
              {nodes.map(({ model: at, inClass, top, height }) => (
                <rect
                  key={`${at} ${inClass}`}
                  x={x(at)}
                  y={top}
                  width={BAR}
                  height={Math.max(1, height)}
                  fill={flow.models[at]?.id === model.id ? classColour(inClass) : 'var(--rule-strong)'}
                />
              ))}
              {flow.models.map(({ id, shares }, at) => {
                const own = nodes.filter((node) => node.model === at);
                const places = spreadLabels(
                  own.map(({ top, height }) => top + height / 2),
                  own.map(() => LINE),
                  HEIGHT,
                );
                return own.map(({ inClass }, i) => (
                  <text
                    key={`${id} ${inClass}`}
                    x={x(at) + BAR + 5}
                    y={(places[i] ?? 0) + 4.5}
                    className="flow-name"
                    aria-hidden="true"
                  >
                    {nameOf(at, inClass)}{' '}
                    <tspan className="flow-share">{f.percent(shares[inClass] ?? 0)}</tspan>
                  </text>
                ));
              })}
            </g>
          </svg>
        )}
      </div>
      <p className="flow-told" role="status">
        {told ? sentence(told) : `${m.profile.flowHover} ${m.profile.flowKeys}`}
      </p>
      <details className="chart-table">
        <summary>{m.shell.tableBehind}</summary>
        <Table
          caption={m.profile.flow}
          dense
          rows={bands}
          rowKey={(band) => `${band.model} ${band.from} ${band.to}`}
          columns={[
            {
              key: 'from',
              name: m.profile.fromClass,
              heads: true,
              value: ({ model: at, from }) => at * 10 + from,
              cell: ({ model: at, from }) => `${flow.models[at]?.name}: ${nameOf(at, from)}`,
            },
            {
              key: 'to',
              name: m.profile.toClass,
              value: ({ model: at, to }) => at * 10 + to,
              cell: ({ model: at, to }) => `${flow.models[at + 1]?.name}: ${nameOf(at + 1, to)}`,
            },
            {
              key: 'share',
              name: m.profile.ofAll,
              number: true,
              value: ({ share }) => share,
              cell: ({ share }) => f.percent(share, 1),
            },
            {
              key: 'of',
              name: m.profile.ofFrom,
              number: true,
              value: ({ ofClass }) => ofClass,
              cell: ({ ofClass }) => f.percent(ofClass, 1),
            },
          ]}
        />
      </details>
    </figure>
  );
}

/** Up and down go through the bands between two models, left and right to those that a class goes on in or comes from. */
function neighbour(bands: readonly FlowBand[], at: number, key: string): number | null {
  const here = bands[at];
  if (!here) return null;
  const find = (fits: (band: FlowBand) => boolean) => {
    const found = bands.findIndex(fits);
    return found < 0 ? null : found;
  };
  switch (key) {
    case 'ArrowDown':
      return bands[at + 1]?.model === here.model ? at + 1 : null;
    case 'ArrowUp':
      return bands[at - 1]?.model === here.model ? at - 1 : null;
    case 'ArrowRight':
      return find(({ model, from }) => model === here.model + 1 && from === here.to);
    case 'ArrowLeft':
      return find(({ model, to }) => model === here.model - 1 && to === here.from);
    case 'Home':
      return 0;
    case 'End':
      return bands.length - 1;
    default:
      return null;
  }
}

function bandPath({ fromTop, toTop, height }: FlowBand, left: number, right: number): string {
  const middle = (left + right) / 2;
  const thick = Math.max(1, height);
  return [
    `M${left} ${fromTop}C${middle} ${fromTop} ${middle} ${toTop} ${right} ${toTop}`,
    `V${toTop + thick}`,
    `C${middle} ${toTop + thick} ${middle} ${fromTop + thick} ${left} ${fromTop + thick}Z`,
  ].join('');
}
