const { join } = require('node:path');

/*
 * What may import what. dependency-cruiser checks it as a part of `npm run lint`: imports of types, `require()` and
 * folders with an index included, at any depth. test/whole/layers.test.ts shows that it refuses what it should.
 */

/**
 * The modules of a folder, lowest first. A module is a folder or, by its name without `.ts`, a file. It may import
 * from itself and from the rows above, not from a module beside it. `not` takes modules out of that, `only` lists
 * all that is left of it.
 *
 * @typedef {{ modules: string[], not?: string[], only?: string[] }[]} Layers
 */

/** What knows neither llm-d nor Kubernetes. */
const FOUNDATION = ['errors', 'names', 'numbers', 'options', 'package-folder', 'text'];

/** Constructs and checks stand on the same facts, and not on each other. Only `app` brings them together. */
const CHECKS = ['api-server', 'validation'];

/** @type {{ [folder: string]: Layers }} */
const LAYERS = {
  lib: [
    { modules: ['text'] },
    { modules: ['errors'] },
    { modules: ['names', 'numbers', 'options', 'package-folder'] },
    { modules: ['catalogue'] },
    { modules: ['endpoint-picker-config', 'engine-arguments'] },
    { modules: ['api-server'], only: FOUNDATION },
    { modules: ['validation'] },
    { modules: ['kubernetes'], not: CHECKS },
    { modules: ['app'] },
    { modules: ['model-server', 'endpoint-picker', 'platform'], not: CHECKS },
    { modules: ['routing'], not: CHECKS },
    { modules: ['gateway'], not: CHECKS },
    { modules: ['monitoring', 'network', 'autoscaling'], not: CHECKS },
    { modules: ['profiles'], not: CHECKS },
    { modules: ['stack'], not: CHECKS },
    { modules: ['guides'], not: CHECKS },
    { modules: ['index'] },
    { modules: ['exercises'], only: [...FOUNDATION, 'catalogue'] },
    { modules: ['cli'], only: [...FOUNDATION, 'api-server', 'validation', 'exercises'] },
  ],
  'lib/api-server': [
    { modules: ['violation', 'diagnostic', 'imports', 'resource', 'label-requirement', 'selector-text', 'formats'] },
    { modules: ['rule-doc', 'list', 'example', 'example-objects'] },
    { modules: ['rules'] },
    { modules: ['schema'] },
    { modules: ['kinds', 'cel'] },
    { modules: ['metadata', 'definitions', 'kubernetes'] },
    { modules: ['check-object'] },
    { modules: ['read'] },
    { modules: ['examples'] },
  ],
  'lib/validation': [
    {
      modules: [
        'acknowledgement',
        'not-checked',
        'redact',
        'resource-set',
        'verdict',
        'file-kinds',
        'plugin-contract',
        'report',
      ],
    },
    { modules: ['rule'] },
    { modules: ['facts'] },
    { modules: ['references'] },
    { modules: ['rules', 'graph'] },
    { modules: ['validate'] },
    { modules: ['check', 'options'] },
    { modules: ['plugin-report'] },
    { modules: ['plugin'] },
    { modules: ['index'] },
  ],
  'lib/exercises': [
    {
      modules: [
        'results',
        'options',
        'replicas',
        'percentile',
        'statistics',
        'metrics',
        'read-answer',
        'wait',
        'close-after',
      ],
    },
    { modules: ['checks', 'cluster', 'traffic', 'rights'] },
    { modules: ['changes'] },
    { modules: ['target'] },
    { modules: ['former-state', 'pool-lease'] },
    { modules: ['pool-changes'] },
    { modules: ['session'] },
    { modules: ['exercise', 'recorder', 'faults', 'steady-rate'] },
    {
      modules: ['load-distribution', 'model-aliasing', 'fault-tolerance', 'planned-changes', 'observability'],
    },
    { modules: ['guide'] },
    { modules: ['report'], only: ['results', 'percentile'] },
    { modules: ['index'] },
  ],
};

/** What each part of the repository may import of the others. */
const PARTS = {
  lib: ['imports'],
  'main.ts': ['lib'],
  examples: [],
  scripts: ['lib', 'imports'],
  bench: ['lib', 'imports', 'scripts'],
  test: ['main.ts', 'lib', 'imports', 'scripts'],
  'main.test.ts': ['main.ts', 'lib', 'test'],
  e2e: ['lib', 'imports', 'scripts', 'test'],
};

/** The pattern of a path that lies in one of some modules of a folder. */
const within = (folder, modules) => `^${folder}/(?:${modules.join('|')})(?:/|\\.[cm]?[jt]s$)`;

/** The rules of one folder's layers. */
function layerRules([folder, rows]) {
  const name = (modules) => modules.join(', ');
  const known = within(
    folder,
    rows.flatMap(({ modules }) => modules),
  );
  const rules = rows.flatMap(({ modules, not = [], only }, row) => {
    const below = rows.slice(0, row).flatMap((lower) => lower.modules);
    const allowed = only ?? below.filter((module) => !not.includes(module));
    return modules.map((module) => ({
      name: `layers: ${folder}/${module}`,
      comment: `of ${folder}, ${module} may import ${name(allowed) || 'no other module'}`,
      severity: 'error',
      from: { path: within(folder, [module]) },
      to: { path: `^${folder}/`, pathNot: within(folder, [module, ...allowed]) },
    }));
  });
  return [
    ...rules,
    {
      name: `layers: ${folder} is complete`,
      comment: `each module of ${folder}/ has a row in .dependency-cruiser.cjs`,
      severity: 'error',
      from: {},
      to: { path: `^${folder}/`, pathNot: known },
    },
  ];
}

/** The pattern of a path that lies in one of some parts of the repository. */
const inside = (parts) => `^(?:${parts.join('|')})(?:/|$)`;

/** The rules between the parts of the repository. By its own name, the package is what is packed and not a part. */
const partRules = Object.entries(PARTS).map(([part, others]) => ({
  name: `parts: ${part}`,
  comment: `${part} may import ${others.join(', ') || 'no other part of this repository'}`,
  severity: 'error',
  from: { path: inside([part]) },
  to: {
    path: inside(['imports', ...Object.keys(PARTS)]),
    pathNot: inside([part, ...others]),
    dependencyTypesNot: ['aliased-tsconfig-paths'],
  },
}));

/** The pattern of a file that holds examples of rules. */
const EXAMPLES = '^lib/.*/example(?:s|-objects)?\\.ts$';

module.exports = {
  forbidden: [
    ...Object.entries(LAYERS).flatMap(layerRules),
    ...partRules,
    {
      name: 'no cycles',
      comment: 'files must not import each other in a circle, for types neither',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'imports/ is for types',
      comment: 'the generated classes filter their own output; only their types are used: write `import type`',
      severity: 'error',
      from: {},
      to: { path: '^imports/.*\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'examples are not packed',
      comment: 'the examples of rules are for tests and docs/rules.md: of lib/, only other examples may import them',
      severity: 'error',
      from: { path: '^lib/', pathNot: EXAMPLES },
      to: { path: EXAMPLES },
    },
    {
      name: 'declared dependencies',
      comment: 'a package that is imported stands in package.json, not only in that of another package',
      severity: 'error',
      from: { path: '^lib/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: join(__dirname, 'tsconfig.json') },
    doNotFollow: { path: ['(?:^|/)node_modules/', '^imports/', '^build/'] },
    exclude: { path: '^(?:coverage|dist)/|^examples/[^/]+/node_modules/|/fixtures/' },
  },
};
