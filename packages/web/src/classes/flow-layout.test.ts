import { expect, it } from 'vitest';
import { flowLayout } from './flow-layout.js';

const flow = {
  models: [{ shares: [1] }, { shares: [0.7, 0.3] }, { shares: [0.6, 0.25, 0.15] }],
  flows: [
    [[0.7, 0.3]],
    [
      [0.6, 0, 0.1],
      [0, 0.25, 0.05],
    ],
  ],
};

it('bars are as high as their classes, with a gap between, in the height that is there', () => {
  const { nodes } = flowLayout(flow, 220, 10);
  expect(nodes.map(({ height }) => Math.round(height))).toEqual([200, 140, 60, 120, 30, 50]);
  const last = nodes.filter(({ model }) => model === 2);
  // The third class comes mostly out of the first, so it stands between the two that it would else be crossed by.
  expect(last.map(({ inClass }) => inClass)).toEqual([0, 2, 1]);
  expect(last.map(({ top }) => Math.round(top))).toEqual([0, 130, 170]);
});

it('bands fill the bars they leave and the bars they come to, without overlap', () => {
  const { nodes, bands } = flowLayout(flow, 220, 10);
  for (const node of nodes) {
    const out = bands.filter((band) => band.model === node.model && band.from === node.inClass);
    const into = bands.filter((band) => band.model === node.model - 1 && band.to === node.inClass);
    for (const [list, top] of [
      [out, 'fromTop'],
      [into, 'toTop'],
    ] as const) {
      if (list.length === 0) continue;
      const sorted = list.toSorted((a, b) => a[top] - b[top]);
      expect(sorted[0]![top]).toBeCloseTo(node.top);
      sorted
        .slice(1)
        .forEach((band, i) => expect(band[top]).toBeCloseTo(sorted[i]![top] + sorted[i]!.height));
      expect(list.reduce((sum, { height }) => sum + height, 0)).toBeCloseTo(node.height);
    }
  }
  expect(bands.find(({ from, to, model }) => model === 1 && from === 0 && to === 2)!.ofClass).toBeCloseTo(
    1 / 7,
  );
});
