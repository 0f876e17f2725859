import { insert, update, type RecodeRule, type ValueLabel, type Variable } from '@bagom/core';
import { newId } from '@bagom/store';
import { change, type Demo } from './demo.js';

interface Recode {
  name: string;
  label: string;
  from: string;
  measure: Variable['measure'];
  rules: RecodeRule[];
  labels: ValueLabel[];
}

const range = (from: number | null, to: number | null, value: number): RecodeRule => ({
  values: [],
  range: { from, to },
  to: value,
});

const RECODES: readonly Recode[] = [
  {
    name: 'livsfase',
    label: 'Livsfase',
    from: 'alder',
    measure: 'ordinal',
    rules: [range(18, 29, 1), range(30, 49, 2), range(50, 69, 3), range(70, null, 4)],
    labels: ['18–29 år', '30–49 år', '50–69 år', '70 år og derover'].map((label, i) => ({
      value: i + 1,
      label,
    })),
  },
  {
    name: 'utilfreds',
    label: 'Utilfreds med livet (0 til 4 af 10)',
    from: 'tilfreds',
    measure: 'nominal',
    rules: [range(null, 4, 1), range(5, null, 0)],
    labels: [
      { value: 0, label: 'Tilfreds' },
      { value: 1, label: 'Utilfreds' },
    ],
  },
];

/** Each region's sample was drawn separately; two variables are recoded from others, as recipes. */
export async function addRecodes(demo: Demo): Promise<void> {
  const { study } = demo;
  const named = new Map([...study.state.variables.values()].map((variable) => [variable.name, variable]));
  const region = named.get('region');
  const wave = study.state.waves.get(region?.waveId ?? '');
  if (!region || !wave) return;
  await change(demo, 'wave.design', wave.name, [
    update('variables', region.id, { role: 'stratum' }),
    update('waves', wave.id, { design: { replicates: null, lonelyPsu: 'adjust' } }),
  ]);
  for (const [i, { from, rules, ...recode }] of RECODES.entries()) {
    const source = named.get(from);
    if (!source) continue;
    const variable: Variable = {
      id: newId(),
      waveId: wave.id,
      position: named.size + i,
      ...recode,
      kind: 'number',
      userMissing: [],
      role: 'none',
      column: '',
      recipe: { from: source.id, rules, others: 'missing' },
    };
    await change(demo, 'variable.derive', variable.name, [insert('variables', variable)]);
  }
}
