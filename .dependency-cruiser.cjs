/** The house's walls: which package may lean on which. tests/boundaries seeds a violation to prove that this bites. */
const allowed = {
  web: ['contract', 'core'],
  server: ['contract', 'store', 'formats', 'core', 'latent-class'],
  cli: ['contract', 'store', 'formats', 'core', 'latent-class', 'server'],
  store: ['core'],
  formats: ['core'],
  contract: [],
  core: [],
  'latent-class': [],
};
const anyOf = (names) => names.map((name) => `^(packages|tests/boundaries/seeded)/${name}/`).join('|');
const names = Object.keys(allowed);

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    ...names.map((name) => ({
      name: `${name}-leans-only-on-${allowed[name].join('-and-') || 'nothing'}`,
      severity: 'error',
      from: { path: anyOf([name]) },
      to: { path: anyOf(names.filter((other) => other !== name && !allowed[name].includes(other))) },
    })),
    {
      name: 'no-reaching-into-another-package',
      comment: 'a package is entered by its front door, @bagom/name',
      severity: 'error',
      from: { path: '^packages/([^/]+)/' },
      to: { path: '^packages/[^/]+/src/', pathNot: '^packages/$1/' },
    },
    {
      name: 'pure-packages-know-no-node',
      severity: 'error',
      from: { path: '^packages/(latent-class|core|contract|web)/src/', pathNot: '\\.(test|fixture)\\.tsx?$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-unresolvable',
      severity: 'error',
      from: { path: '^packages/' },
      to: { couldNotResolve: true, pathNot: '\\.css$|^node:sqlite$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules|/dist/' },
    exclude: { path: '/dist-types/|/demo/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.d.ts'],
    },
  },
};
