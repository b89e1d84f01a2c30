import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'cdk8s';
import { CustomResourceDefinitions, LlmdChart, Release, VllmGuide } from '../../lib';
import { ENVOY_BESIDE_PICKER } from '../guides/data-planes';
import { SIMULATOR } from '../guides/engines';
import { LATER_GUIDES } from '../guides/stack';
import { cli } from '../support/cli';
import { ownNamespace } from '../support/namespace';
import { synth } from '../support/synth';

/** `cdk8s-llm-d guide` for these guides, one after the other, on what the test cluster can run. */
export function describeGuideCommand(numbers: readonly number[]): void {
  describe('simulated vLLM, Envoy beside the picker, real picker gaie-v1.5.0: the command', () => {
    const namespace = ownNamespace('guide-command');
    const folder = mkdtempSync(join(tmpdir(), 'cdk8s-llm-d-guides-'));
    beforeAll(() => writeTree(folder, namespace));
    afterAll(() => rmSync(folder, { recursive: true }));

    test.each(numbers)('guide %d comes up and passes its check', async (number) => {
      const { code, stdout, stderr } = await cli(['guide', String(number), '--yes', '--from', folder]).ended;
      process.stderr.write(stdout);
      expect({ code, stdout, stderr }).toMatchObject({ code: 0, stdout: expect.stringContaining(' passed in ') });
    });

    test('the last one again changes nothing', async () => {
      const last = String(numbers.at(-1));
      const { stdout } = await cli(['guide', last, '--yes', '--json', '--from', folder]).ended;
      const { objects } = JSON.parse(stdout) as { objects: { title: string; action: string }[] };
      expect(objects.filter(({ action }) => action !== 'unchanged')).toEqual([]);
      expect(objects).not.toEqual([]);
    });
  });
}

/** A folder like dist/, with objects that the test cluster can run. */
function writeTree(folder: string, namespace: string): void {
  const write = (path: string, yaml: string) => {
    mkdirSync(join(folder, path), { recursive: true });
    writeFileSync(join(folder, path, 'objects.k8s.yaml'), yaml);
  };
  const release = Release.GAIE_V1_5_0;
  const app = new App();
  new CustomResourceDefinitions(new LlmdChart(app, 'crds'), 'crds', { release });
  write('platform', app.synthYaml());
  const { props } = SIMULATOR;
  write('guides/1-vllm', synth(namespace, (chart) => new VllmGuide(chart, 'guide', props)).yaml);
  for (const [number, Guide] of Object.entries(LATER_GUIDES)) {
    const all = { ...props, dataPlane: ENVOY_BESIDE_PICKER.make(), release };
    write(`guides/${number}-guide`, synth(namespace, (chart) => new Guide(chart, 'guide', all)).yaml);
  }
}
