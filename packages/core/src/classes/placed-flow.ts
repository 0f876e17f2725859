/**
 * Who goes where from one model to the next: `flow[a][b]` is the weight of those most likely in class a of the first who are
 * most likely in class b of the second. A class of -1 (left out of a model) is in neither. Without weights persons are counted. It needs
 * no answers, only where a study has placed its respondents: a model whose answers have changed since still tells it.
 */
export function placedFlow(
  first: { classes: number; modal: ArrayLike<number> },
  second: { classes: number; modal: ArrayLike<number> },
  weights?: ArrayLike<number>,
): number[][] {
  const flow = Array.from({ length: first.classes }, () => Array<number>(second.classes).fill(0));
  for (let row = 0; row < first.modal.length; row++) {
    const [a, b] = [first.modal[row]!, second.modal[row]!];
    if (a < 0 || b < 0) continue;
    flow[a]![b]! += weights ? weights[row]! || 0 : 1;
  }
  return flow;
}
