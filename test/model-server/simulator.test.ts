import { Engine, type IEngine, Model, ModelServer } from '../../lib';
import { mainContainer, podSpec } from '../support/objects';
import { synth } from '../support/synth';

const model = Model.huggingFace('facebook/opt-125m');

function objectsOf(engine: IEngine) {
  const servedModelNames = ['facebook/opt-125m', 'canary'];
  return synth((chart) => new ModelServer(chart, 'sim', { model, engine, servedModelNames, port: 9000 }));
}

test("uses vLLM's names, and downloads nothing from the hub", () => {
  expect(mainContainer(objectsOf(Engine.simulator())).args).toEqual([
    '--model=facebook/opt-125m',
    '--served-model-name',
    'facebook/opt-125m',
    'canary',
    '--port=9000',
    '--force-dummy-tokenizer',
  ]);
});

test('gets the name of its pod, for its answers', () => {
  expect(mainContainer(objectsOf(Engine.simulator())).env).toEqual([
    { name: 'POD_NAME', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
    { name: 'POD_NAMESPACE', valueFrom: { fieldRef: { fieldPath: 'metadata.namespace' } } },
  ]);
});

test('is small, writes nothing, and has probes of its own', () => {
  const objects = objectsOf(Engine.simulator());
  expect(podSpec(objects)).not.toHaveProperty('volumes');
  expect(mainContainer(objects)).toMatchObject({
    resources: { requests: { cpu: '10m', memory: '32Mi' } },
    readinessProbe: { httpGet: { path: '/health/ready' } },
    livenessProbe: { httpGet: { path: '/health' } },
  });
});

test('its image can be another, with a version', () => {
  expect(mainContainer(objectsOf(Engine.simulator())).image).toBe('ghcr.io/llm-d/llm-d-inference-sim:v0.10.2');
  expect(mainContainer(objectsOf(Engine.simulator({ image: 'sim:v1' }))).image).toBe('sim:v1');
  expect(() => Engine.simulator({ image: 'sim:latest' })).toThrow(/^LLMD-IMAGE-FLOATING at Engine.simulator: /);
});
