import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { LlmdValidation, type LlmdValidationProps } from '../../lib/validation';

const ROOT = join(__dirname, '..', '..');

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'cdk8s-llm-d-plugin-'))));
afterEach(() => rmSync(folder, { recursive: true }));

function write(name: string, ...objects: object[]): string {
  const path = join(folder, name);
  writeFileSync(path, objects.map((object) => stringify(object)).join('---\n'));
  return path;
}

/** A ConfigMap with an additional field. */
function configMap(name: string, more = {}): object {
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, ...more };
}

const DANGLING = {
  apiVersion: 'autoscaling/v2',
  kind: 'HorizontalPodAutoscaler',
  metadata: { name: 'scaler' },
  spec: { maxReplicas: 2, scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'missing' } },
};

/** The plugin's report to cdk8s-cli about these files. */
async function reportOn(manifests: readonly string[], props: LlmdValidationProps = {}) {
  const violations: any[] = [];
  let status = 'none';
  const report = {
    addViolation: (violation: object) => void violations.push(violation),
    submit: (submitted: string) => void (status = submitted),
  };
  await new LlmdValidation(props).validate({ manifests, report });
  return { violations, status, names: violations.map(({ violatingResources: [{ resourceName }] }) => resourceName) };
}

describe('LlmdValidation', () => {
  test('reports the violation, its place and its remedy', async () => {
    const file = write('app.yaml', configMap('settings', { color: 'red' }));
    const { violations, status } = await reportOn([file]);
    expect(status).toBe('failure');
    expect(violations).toEqual([
      {
        ruleName: 'LLMD-UNKNOWN-FIELD (error)',
        recommendation: expect.any(String),
        fix: expect.stringContaining('remove it'),
        violatingResources: [
          {
            resourceName: 'settings',
            manifestPath: file,
            locations: [expect.stringMatching(/^color, line 5: there is no field "color" here/)],
          },
        ],
      },
    ]);
  });

  test('checks all files together', async () => {
    const files = [write('a.yaml', configMap('settings')), write('b.yaml', configMap('settings'))];
    expect((await reportOn(files)).status).toBe('failure');
  });

  test('passes what is right, and an empty chart', async () => {
    expect(await reportOn([write('app.yaml', configMap('settings')), write('empty.yaml')])).toEqual({
      status: 'success',
      violations: [],
      names: [],
    });
  });

  test('names an object in full where another has its name, since cdk8s-cli would mix up their constructs', async () => {
    const wrong = { color: 'red' };
    const service = { ...configMap('one', wrong), kind: 'Service' };
    const file = write('app.yaml', configMap('one', wrong), service, configMap('two', wrong));
    expect((await reportOn([file])).names).toEqual(
      expect.arrayContaining(['ConfigMap default/one', 'Service default/one', 'two']),
    );
  });

  test.each<[string, LlmdValidationProps, string]>([
    ['a warning passes', {}, 'success'],
    ['closed makes it an error', { closed: true }, 'failure'],
    ['strict lets warnings fail', { strict: true }, 'failure'],
    [
      'an accepted diagnostic passes',
      { strict: true, ignore: { 'LLMD-SCALE-TARGET-MISSING': 'elsewhere' } },
      'success',
    ],
  ])('%s', async (_, props, status) => {
    expect((await reportOn([write('app.yaml', DANGLING)], props)).status).toBe(status);
  });

  test.each<[object]>([
    [{ closd: true }],
    [{ release: 'v1' }],
    [{ ignore: { 'LLMD-UNKNOWN-FEILD': 'because' } }],
    [{ ignore: { 'LLMD-YAML-SIZE': ' ' } }],
  ])('refuses %j', (props) => {
    expect(() => new LlmdValidation(props as LlmdValidationProps)).toThrowErrorMatchingSnapshot();
  });
});

describe('in cdk8s synth', () => {
  /** An app, and a plugin folder that is this repository's source. */
  function synth(fields: string, properties: object = {}): { status: number | null; stdout: string; report: any } {
    mkdirSync(join(folder, 'plugin'));
    const module = `require(${JSON.stringify(require.resolve('tsx/cjs'))});
      module.exports = require(${JSON.stringify(join(ROOT, 'lib/validation'))});`;
    writeFileSync(join(folder, 'plugin', 'index.js'), module);
    const app = `const { ApiObject, App, Chart } = require(${JSON.stringify(require.resolve('cdk8s'))});
      const app = new App();
      new ApiObject(new Chart(app, 'chart'), 'object', {
        apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'settings' }, ${fields} });
      app.synth();`;
    writeFileSync(join(folder, 'app.js'), app);
    const validations = [{ package: './plugin', version: '0.0.0', class: 'LlmdValidation', properties }];
    writeFileSync(join(folder, 'cdk8s.yaml'), stringify({ app: 'node app.js', language: 'typescript', validations }));
    const { status, stdout } = spawnSync(
      process.execPath,
      [join(ROOT, 'node_modules/cdk8s-cli/bin/cdk8s'), 'synth', '--validation-reports-output-file', 'report.json'],
      { cwd: folder, encoding: 'utf8', env: { ...process.env, CDK8S_CHECK_UPGRADE: 'false', CDK8S_OUTDIR: undefined } },
    );
    return { status, stdout, report: JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')).reports[0] };
  }

  test('an error fails the synth, with the path of its construct', () => {
    const { status, stdout, report } = synth("color: 'red'");
    expect(status).toBe(2);
    expect(stdout).toContain('LLMD-UNKNOWN-FIELD (error)');
    expect(report.summary).toMatchObject({ status: 'failure', metadata: { Objects: '1' } });
    expect(report.violations[0].violatingConstructs[0]).toMatchObject({
      resourceName: 'settings',
      constructPath: 'chart/object',
    });
  });

  test('what is accepted passes', () => {
    const { status, report } = synth("color: 'red'", { ignore: { 'LLMD-UNKNOWN-FIELD': 'a test' } });
    expect(status).toBe(0);
    expect(report).toMatchObject({ summary: { status: 'success' }, violations: [] });
  });
});
