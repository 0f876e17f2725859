/**
 * Moves labels apart along a line so that none stands on another, each as near to its place as the others allow, and all
 * within 0 to `length`. Places and sizes are in the same unit; a place is the middle of its label.
 */
export function spreadLabels(places: readonly number[], sizes: readonly number[], length: number): number[] {
  const order = places.map((_, i) => i).sort((a, b) => places[a]! - places[b]!);
  // Labels that touch become one group, which stands where its members' places are on the average.
  const groups: { members: number[]; size: number; from: number }[] = [];
  for (const i of order) {
    let group = { members: [i], size: sizes[i]!, from: 0 };
    group.from = within(places[i]! - sizes[i]! / 2, group.size, length);
    for (
      let before = groups.at(-1);
      before && before.from + before.size > group.from;
      before = groups.at(-1)
    ) {
      groups.pop();
      const members = [...before.members, ...group.members];
      const size = before.size + group.size;
      group = { members, size, from: within(meanFrom(members, places, sizes), size, length) };
    }
    groups.push(group);
  }
  const placed = [...places];
  for (const { members, from } of groups) {
    let at = from;
    for (const i of members) {
      placed[i] = at + sizes[i]! / 2;
      at += sizes[i]!;
    }
  }
  return placed;
}

const within = (from: number, size: number, length: number): number =>
  Math.max(0, Math.min(length - size, from));

/** Where a group must begin so that its members are, on the average, at their places. */
function meanFrom(members: readonly number[], places: readonly number[], sizes: readonly number[]): number {
  let before = 0;
  let sum = 0;
  for (const i of members) {
    sum += places[i]! - (before + sizes[i]! / 2);
    before += sizes[i]!;
  }
  return sum / members.length;
}
