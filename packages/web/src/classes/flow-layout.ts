/** A class of one model, as a bar in its model's column. */
export interface FlowNode {
  model: number;
  inClass: number;
  share: number;
  top: number;
  height: number;
}

/** Those who go from a class of one model to a class of the next: a band between the two bars. */
export interface FlowBand {
  model: number;
  from: number;
  to: number;
  /** Of all. */
  share: number;
  /** Of the class they come from. */
  ofClass: number;
  fromTop: number;
  toTop: number;
  height: number;
}

export interface Flow {
  models: readonly { shares: readonly number[] }[];
  /** `flows[i][a][b]`: share of all who are in class a of model i and b of the next. */
  flows: readonly (readonly (readonly number[])[])[];
}

/** Smaller bands than this are not drawn: they stand in the table. */
const LEAST = 0.0005;

/**
 * Lays a flow out in a height: bars as high as their classes are big, a gap between them, each column ordered so that bands
 * cross little (by the mean place of where a class's people come from), and bands side by side in the order of their ends.
 */
export function flowLayout(
  { models, flows }: Flow,
  height: number,
  gap: number,
): { nodes: FlowNode[]; bands: FlowBand[] } {
  const most = Math.max(1, ...models.map(({ shares }) => shares.length));
  const scale = height - gap * (most - 1);
  const columns: FlowNode[][] = [];
  models.forEach(({ shares }, model) => {
    const classes = shares.map((_, k) => k);
    const before = columns[model - 1];
    if (before) {
      const inflow = flows[model - 1] ?? [];
      const place = (k: number): number => {
        let sum = 0;
        let weight = 0;
        for (const node of before) {
          const share = inflow[node.inClass]?.[k] ?? 0;
          sum += share * (node.top + node.height / 2);
          weight += share;
        }
        return weight > 0 ? sum / weight : Infinity;
      };
      const places = classes.map(place);
      classes.sort((a, b) => places[a]! - places[b]! || a - b);
    }
    // Fewer classes leave room over: the column stands in the middle.
    let top = (gap * (most - shares.length)) / 2;
    columns.push(
      classes.map((inClass) => {
        const share = shares[inClass] ?? 0;
        const node = { model, inClass, share, top, height: share * scale };
        top += node.height + gap;
        return node;
      }),
    );
  });
  return { nodes: columns.flat(), bands: bandsOf(columns, flows, scale) };
}

function bandsOf(columns: readonly FlowNode[][], flows: Flow['flows'], scale: number): FlowBand[] {
  const bands: FlowBand[] = [];
  flows.forEach((flow, model) => {
    const next = columns[model + 1] ?? [];
    const taken = new Map(next.map(({ inClass, top }) => [inClass, top]));
    for (const from of columns[model] ?? []) {
      let fromTop = from.top;
      for (const to of next) {
        const share = flow[from.inClass]?.[to.inClass] ?? 0;
        const height = share * scale;
        const toTop = taken.get(to.inClass) ?? to.top;
        if (share >= LEAST)
          bands.push({
            model,
            from: from.inClass,
            to: to.inClass,
            share,
            ofClass: from.share > 0 ? share / from.share : 0,
            fromTop,
            toTop,
            height,
          });
        fromTop += height;
        taken.set(to.inClass, toTop + height);
      }
    }
  });
  return bands;
}
