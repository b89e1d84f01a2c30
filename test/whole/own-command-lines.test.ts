import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type IDataPlane, InferenceStack, Model, Release } from '../../lib';
import { ENDPOINT_PICKER_RULES } from '../../lib/validation/rules/endpoint-picker';
import { EPP_TLS } from '../../lib/validation/rules/endpoint-picker/tls';
import { VLLM_RULES } from '../../lib/validation/rules/vllm';
import { diagnostics } from '../support/diagnostics';
import { DATA_PLANES, ENGINES } from '../support/stacks';
import { type KubeObject, parseObjects } from '../support/objects';
import { synth } from '../support/synth';

const RULES = [...ENDPOINT_PICKER_RULES, ...VLLM_RULES];
const GUIDES = join(__dirname, '../../dist/guides');

test.each(readdirSync(GUIDES))('nothing is wrong with dist/guides/%s', (guide) => {
  const files = readdirSync(join(GUIDES, guide)).filter((file) => file.endsWith('.yaml'));
  const objects = files.flatMap((file) => parseObjects(readFileSync(join(GUIDES, guide, file), 'utf8')));
  expect(diagnostics(RULES, objects)).toEqual([]);
});

type Case = [title: string, release: string, engine: string, dataPlane: () => IDataPlane];

const STACKS = Object.entries(DATA_PLANES).flatMap(([title, dataPlane]) =>
  dataPlane().capabilities.releases.flatMap((release) =>
    Object.keys(ENGINES).map((engine): Case => [title, release, engine, dataPlane]),
  ),
);

test.each(STACKS)('nothing is wrong with %s, %s and %s', (_, ...parts) => {
  expect(diagnostics(RULES, stack(...parts))).toEqual([]);
});

test.each(Object.entries(DATA_PLANES))('%s fails with --secure-serving turned round', (_, dataPlane) => {
  const objects = stack(dataPlane().capabilities.releases[0], 'simulator', dataPlane);
  const turned = JSON.stringify(objects).replace(
    /--secure-serving=(true|false)/,
    (__, on) => `--secure-serving=${on !== 'true'}`,
  );
  // The protocol of a Gateway that is not in the set is not known.
  const isKnown = objects.some(({ kind }) => kind === 'Gateway') || turned.includes('ext_proc');
  expect(diagnostics([EPP_TLS], JSON.parse(turned) as object[])).toHaveLength(isKnown ? 1 : 0);
});

function stack(release: string, engine: string, dataPlane: () => IDataPlane): KubeObject[] {
  return synth((chart) => {
    new InferenceStack(chart, 'opt', {
      namespace: 'llm',
      model: Model.huggingFace('facebook/opt-125m'),
      engine: ENGINES[engine],
      dataPlane: dataPlane(),
      release: Release.of(release),
      servedModelNames: ['opt', 'opt-canary'],
    });
  });
}
