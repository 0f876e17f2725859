// A whole analysis in a worker, of a browser or of Node: what is posted back must be the same text to the last digit.
const inNode = typeof process !== 'undefined' && process.versions?.node !== undefined;
const port = inNode ? (await import('node:worker_threads')).parentPort : globalThis;

/** The smallest module there is: whether WebAssembly may run here at all. */
function wasmRuns() {
  try {
    return Boolean(new WebAssembly.Module(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0)));
  } catch {
    return false;
  }
}

async function analyse({ library, withoutWasm }) {
  if (withoutWasm) delete globalThis.WebAssembly;
  const lca = await import(library);
  const scale = [
    [0.5, 0.3, 0.15, 0.05],
    [0.25, 0.25, 0.25, 0.25],
    [0.05, 0.15, 0.3, 0.5],
  ];
  const yes = [0.1, 0.4, 0.85].map((p) => [p, 1 - p]);
  const probs = [yes, yes, yes, yes, yes, yes, scale, scale];
  const sample = lca.simulate({ shares: [0.6, 0.25, 0.15], probs }, 700, 8);
  const random = lca.randomStream(3);
  const columns = sample.columns.map((column) => column.map((code) => (random() < 0.08 ? 0 : code)));
  const names = probs.map((_, i) => `item ${i + 1}`);
  const weights = Float64Array.from({ length: 700 }, () => 0.5 + random());
  const items = names.map((_, i) => (i < 6 ? 'free' : { scale: 'ordinal' }));
  const starts = { screened: 40, finished: 8, steps: 10 };
  const plain = lca.indicators(columns, { names, missing: 'fiml' });
  const weighted = lca.indicators(columns, { names, weights, missing: 'fiml' });

  let told = 0;
  const rows = lca.enumerate(weighted, { from: 1, to: 4, seed: 5, starts, items, onProgress: () => told++ });
  const model = rows[2].model;
  const two = lca.fit(plain, { classes: 2, seed: 5, starts });
  const three = lca.fit(plain, { classes: 3, seed: 5, starts });
  let stopped = '';
  try {
    lca.fit(plain, { classes: 4, signal: { aborted: true } });
  } catch (error) {
    stopped = error.code;
  }
  return {
    wasm: wasmRuns(),
    told,
    stopped,
    result: JSON.stringify({
      rows,
      three,
      posterior: [...lca.posterior(model, weighted).probabilities],
      errors: lca.standardErrors(model, weighted, { kind: 'linearised', design: { weights } }),
      bootstrap: lca.standardErrors(three, plain, { kind: 'bootstrap', replicates: 20 }),
      ratio: lca.bootstrapLikelihoodRatio(plain, {
        classes: 3,
        replicates: 5,
        starts: { screened: 10, finished: 2 },
        models: { nullModel: two, alternative: three },
      }),
      fit: lca.bootstrapFit(three, plain, { replicates: 5 }),
      covariates: lca.threeStep(model, weighted, [{ name: 'x', values: columns[0] }], { weights }),
    }),
  };
}

const heard = async (message) => {
  try {
    port.postMessage({ done: await analyse(message) });
  } catch (error) {
    port.postMessage({ failed: String(error?.stack ?? error) });
  }
};
if (inNode) port.on('message', heard);
else port.addEventListener('message', (event) => void heard(event.data));
port.postMessage({ ready: true });
