import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type IDataPlane, InferenceStack, Model, Release } from '../../../lib';
import { ENDPOINT_PICKER_RULES } from '../../../lib/validation/rules/endpoint-picker';
import { VLLM_RULES } from '../../../lib/validation/rules/vllm';
import { findings } from '../../support/findings';
import { DATA_PLANES, ENGINES } from '../../support/stacks';
import { parseObjects, synth } from '../../support/synth';

const RULES = [...ENDPOINT_PICKER_RULES, ...VLLM_RULES];
const GUIDES = join(__dirname, '../../../dist/guides');

test.each(readdirSync(GUIDES))('dist/guides/%s', (guide) => {
  const files = readdirSync(join(GUIDES, guide)).filter((file) => file.endsWith('.yaml'));
  expect(
    findings(
      RULES,
      files.flatMap((file) => parseObjects(readFileSync(join(GUIDES, guide, file), 'utf8'))),
    ),
  ).toEqual([]);
});

const STACKS = Object.entries(DATA_PLANES).flatMap(([title, dataPlane]) =>
  dataPlane().capabilities.releases.flatMap((release) =>
    Object.keys(ENGINES).map((engine): [string, string, string, () => IDataPlane] => [
      title,
      release,
      engine,
      dataPlane,
    ]),
  ),
);

test.each(STACKS)('%s with %s and %s', (_, release, engine, dataPlane) => {
  const objects = synth((chart) => {
    new InferenceStack(chart, 'opt', {
      namespace: 'llm',
      model: Model.huggingFace('facebook/opt-125m'),
      engine: ENGINES[engine],
      dataPlane: dataPlane(),
      release: Release.of(release),
      servedModelNames: ['opt', 'opt-canary'],
    });
  });
  expect(findings(RULES, objects)).toEqual([]);
});
