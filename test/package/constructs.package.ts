import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../scripts/support/root';
import { evaluate } from './installation';

/* Constructs, guides and validation of the packed package, loaded as CommonJS and as ECMAScript modules. */

const QUICKSTART = readFileSync(join(ROOT, 'examples', 'quickstart', 'dist', 'opt.k8s.yaml'), 'utf8');

/** The beginning of a script that has these names of a package. */
const LOAD = {
  cjs: (names: string, from: string) => `const { ${names} } = require('${from}');\n`,
  mjs: (names: string, from: string) => `import { ${names} } from '${from}';\n`,
};

const FORMATS = ['cjs', 'mjs'] as const;

describe.each(FORMATS)('as %s', (format) => {
  const load = LOAD[format];

  test('a stack is the YAML that the quickstart has in its dist/', async () => {
    const yaml: unknown = await evaluate(
      format,
      `${load('App', 'cdk8s')}${load('Engine, LlmdStack, Model', 'cdk8s-llm-d')}
      const app = new App();
      new LlmdStack(app, 'opt', {
        model: Model.huggingFace('facebook/opt-125m'), engine: Engine.vllmCpu(), replicas: 3,
      });
      console.log(JSON.stringify(app.synthYaml()));`,
    );
    expect(yaml).toBe(QUICKSTART);
  });

  test('constructs find the definitions that they read', async () => {
    const count: unknown = await evaluate(
      format,
      `${load('App', 'cdk8s')}${load('LlmdChart, Platform', 'cdk8s-llm-d')}
      const chart = new LlmdChart(new App(), 'platform');
      new Platform(chart, 'platform');
      console.log(chart.toJson().filter(({ kind }) => kind === 'CustomResourceDefinition').length);`,
    );
    expect(count).toBeGreaterThan(10);
  });

  test('a guide is the same class by its own path', async () => {
    const same: unknown = await evaluate(
      format,
      `${load('VllmGuide', 'cdk8s-llm-d')}${load('VllmGuide as OfGuides', 'cdk8s-llm-d/guides').replace(
        format === 'cjs' ? ' as ' : 'nothing',
        ': ',
      )}
      console.log(VllmGuide === OfGuides);`,
    );
    expect(same).toBe(true);
  });

  test('an error of any part is an LlmdError', async () => {
    const recognised: unknown = await evaluate(
      format,
      `${load('App', 'cdk8s')}${load('LlmdChart, LlmdError, LlmdValidation, Model, Release', 'cdk8s-llm-d')}
      ${load('Cluster', 'cdk8s-llm-d/exercises')}
      process.env.KUBECONFIG = 'there-is-none';
      const calls = {
        construct: () => Model.huggingFace(''),
        release: () => Release.of('none'),
        validation: () => new LlmdValidation({ release: 'none' }),
        exercises: () => Cluster.open('none'),
      };
      void (async () => {
        const results = {};
        for (const [name, call] of Object.entries(calls)) {
          try { await call(); } catch (error) {
            results[name] = [error instanceof LlmdError, LlmdError.isLlmdError(error), error.details.code];
          }
        }
        console.log(JSON.stringify(results));
      })();`,
    );
    expect(recognised).toEqual({
      construct: [true, true, 'LLMD-MODEL-ID'],
      release: [true, true, 'LLMD-RELEASE'],
      validation: [true, true, 'LLMD-RELEASE'],
      exercises: [true, true, 'LLMD-KUBECONFIG'],
    });
  });

  test('a text is validated', async () => {
    const codes: unknown = await evaluate(
      format,
      `${load('check, readText, verdictOf', 'cdk8s-llm-d/validation')}
      const text = JSON.stringify({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'Wrong' }, spec: {} });
      const found = check(readText(text, 'pod.yaml'));
      console.log(JSON.stringify([verdictOf(found, {}), found.some(({ path }) => path === 'metadata.name')]));`,
    );
    expect(codes).toEqual(['failed', true]);
  });
});

test('an app that is not validated loads neither rules nor what exercises need', async () => {
  const loaded = (await evaluate(
    'cjs',
    `require('cdk8s-llm-d'); require('cdk8s-llm-d/exercises');
    console.log(JSON.stringify(Object.keys(require.cache)));`,
  )) as string[];
  const large = /cdk8s-llm-d.*(?:echarts|kubernetes-client|bufbuild|validation\/validate)/;
  expect(loaded.filter((file) => large.test(file))).toEqual([]);
  expect(loaded.length).toBeGreaterThan(5);
});
