import { ENDPOINT_PICKER_CONFIG_RULES } from '../../../../lib/validation/rules/endpoint-picker-config';
import { diagnostics, places } from '../../../support/diagnostics';
import { deployment, pickerContainer } from '../../../support/manifests';
import { ARGS } from '../../../support/picker-violations';

const GAIE_IMAGE = 'k8s/epp:v1.5.0';

const configMap = (name: string, data: object, namespace = 'default') => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name, namespace },
  data,
});

/** An endpoint picker that mounts a ConfigMap. */
const picker = (args: readonly string[], { name = 'epp', map = 'epp', image }: { [field: string]: string } = {}) =>
  deployment(name, {
    containers: [{ ...pickerContainer(args, image), volumeMounts: [{ name: 'config', mountPath: '/config' }] }],
    volumes: [{ name: 'config', configMap: { name: map } }],
  });

const FILE = '--config-file=/config/plugins.yaml';
/** A plugin that no release has. */
const WRONG = 'kind: EndpointPickerConfig\nplugins:\n- type: nothing-of-the-kind\n';
const WRONG_TYPE = 'LLMD-EPP-CONFIG-PLUGIN-TYPE';
const WRONG_TEXT =
  'plugins[0].type: there is no plugin type nothing-of-the-kind; use a type of this release, or another release';
/** A type of the router alone. */
const ROUTER_ONLY = 'plugins:\n- type: load-aware-scorer\n';
const EXPERIMENTAL = 'plugins:\n- type: sheddable-eviction-filter\n';

const found = (objects: object[], release?: string) =>
  diagnostics(ENDPOINT_PICKER_CONFIG_RULES, objects, release === undefined ? undefined : { release });
const foundPlaces = (objects: object[], release?: string) =>
  places(ENDPOINT_PICKER_CONFIG_RULES, objects, release === undefined ? undefined : { release });

test('without an endpoint picker there is no violation', () => {
  expect(found([configMap('other', { 'a.yaml': 'plugins: 3', b: 'kind: Pod' })])).toEqual([]);
});

describe('the file of a ConfigMap', () => {
  test('has lines and places of its own', () => {
    const objects = [picker([FILE]), configMap('epp', { 'plugins.yaml': WRONG })];
    expect(found(objects)).toEqual([`${WRONG_TYPE} data["plugins.yaml"]: ${WRONG_TEXT}`]);
  });

  test('may be wrong as a whole', () => {
    const objects = [picker([FILE]), configMap('epp', { 'plugins.yaml': '- a' })];
    expect(found(objects)).toEqual([
      'LLMD-EPP-CONFIG-FIELD data["plugins.yaml"]: a list is there, expected a mapping; write a mapping',
    ]);
  });

  test.each<[string, object[], string[]]>([
    [
      'is read as the release of the image',
      [picker([FILE], { image: GAIE_IMAGE }), configMap('epp', { 'plugins.yaml': ROUTER_ONLY })],
      [`${WRONG_TYPE} data["plugins.yaml"]`],
    ],
    ['is read as the release of the image', [picker([FILE]), configMap('epp', { 'plugins.yaml': ROUTER_ONLY })], []],
    [
      'is not read where the release is another one',
      [picker([FILE], { image: 'llm-d/epp:v0.99.0' }), configMap('epp', { 'plugins.yaml': 'plugins: 3' })],
      [],
    ],
    [
      'is not there',
      [picker(['--config-file=/config/other.yaml']), configMap('epp', { 'plugins.yaml': 'plugins: 3' })],
      [],
    ],
    ['is not named', [picker([]), configMap('epp', { 'plugins.yaml': 'plugins: 3' })], []],
    ['is of another namespace', [picker([FILE]), configMap('epp', { 'plugins.yaml': 'plugins: 3' }, 'other')], []],
    ['is empty', [picker([FILE]), configMap('epp', { 'plugins.yaml': '' })], []],
    [
      'is read by two',
      [picker([FILE]), picker([FILE], { name: 'epp2' }), configMap('epp', { 'plugins.yaml': WRONG })],
      [`${WRONG_TYPE} data["plugins.yaml"]`],
    ],
    [
      'is read by two of different releases',
      [
        picker([FILE], { image: GAIE_IMAGE }),
        picker([FILE], { name: 'epp2' }),
        configMap('epp', { 'plugins.yaml': ROUTER_ONLY }),
      ],
      [`${WRONG_TYPE} data["plugins.yaml"]`],
    ],
    [
      'is read by two, of which one may use what is experimental',
      [
        picker([FILE]),
        picker([FILE, '--allow-experimental-plugins'], { name: 'epp2' }),
        configMap('epp', { 'plugins.yaml': EXPERIMENTAL }),
      ],
      ['LLMD-EPP-CONFIG-EXPERIMENTAL data["plugins.yaml"]'],
    ],
    [
      'is one of two',
      [
        picker([FILE]),
        picker([FILE], { name: 'epp2', map: 'epp2' }),
        configMap('epp', { 'plugins.yaml': '{}' }),
        configMap('epp2', { 'plugins.yaml': WRONG }),
      ],
      [`${WRONG_TYPE} data["plugins.yaml"]`],
    ],
  ])('%s', (_, objects, expected) => expect(foundPlaces(objects)).toEqual(expected));

  test('is read as the release that is asked for', () => {
    const objects = [picker([FILE]), configMap('epp', { 'plugins.yaml': ROUTER_ONLY })];
    expect(foundPlaces(objects, 'gaie-v1.4.0')).toEqual([`${WRONG_TYPE} data["plugins.yaml"]`]);
  });
});

describe('an experimental plugin', () => {
  test.each<[string, string[], number]>([
    ['is not allowed', [], 1],
    ['is allowed', ['--allow-experimental-plugins'], 0],
    ['is allowed with a value', ['--allow-experimental-plugins=true'], 0],
    ['is forbidden', ['--allow-experimental-plugins=false'], 1],
    ['may be allowed', ['--allow-experimental-plugins=$(ALLOW)'], 0],
  ])('%s', (_, args, count) => {
    const objects = [picker([FILE, ...args]), configMap('epp', { 'plugins.yaml': EXPERIMENTAL })];
    expect(foundPlaces(objects)).toHaveLength(count);
  });
});

describe('a text on the command line', () => {
  test.each<[string, string[], string[]]>([
    ['is read', [`--config-text=${WRONG}`], [`${WRONG_TYPE} ${ARGS}[0]: ${WRONG_TEXT}`]],
    ['is read in a word of its own', ['--config-text', WRONG], [`${WRONG_TYPE} ${ARGS}[1]: ${WRONG_TEXT}`]],
    ['goes before a file', [FILE, '--config-text=plugins: []'], []],
    ['is empty', ['--config-text='], []],
  ])('%s', (_, args, expected) => {
    expect(found([picker(args), configMap('epp', { 'plugins.yaml': 'plugins: 3' })])).toEqual(expected);
  });
});

describe('a file of its own', () => {
  const own = (apiVersion: string, plugin: object, more: object = {}) => ({
    apiVersion,
    kind: 'EndpointPickerConfig',
    plugins: [plugin],
    ...more,
  });
  const ROUTER_API = 'llm-d.ai/v1alpha1';
  const GAIE_API = 'inference.networking.x-k8s.io/v1alpha1';

  test('has the places of the file', () => {
    expect(found([own(ROUTER_API, { type: 'nothing-of-the-kind' })])).toEqual([
      `${WRONG_TYPE} plugins[0].type: there is no plugin type nothing-of-the-kind; use a type of this release, or another release`,
    ]);
  });

  test.each<[string, object, string | undefined, string[]]>([
    ['is for the router', own(ROUTER_API, { type: 'load-aware-scorer' }), undefined, []],
    ['is for GAIE', own(GAIE_API, { type: 'load-aware-scorer' }), undefined, [`${WRONG_TYPE} plugins[0].type`]],
    ['is for GAIE v1.5.0', own(GAIE_API, { type: 'latency-slo-admitter' }), undefined, []],
    [
      'is for the release that is asked for',
      own(GAIE_API, { type: 'latency-slo-admitter' }),
      'gaie-v1.4.0',
      [`${WRONG_TYPE} plugins[0].type`],
    ],
    ['may have experimental plugins', own(ROUTER_API, { type: 'sheddable-eviction-filter' }), undefined, []],
  ])('%s', (_, object, release, expected) => expect(foundPlaces([object], release)).toEqual(expected));
});

describe('a text that no endpoint picker reads', () => {
  const text = (plugin: string, api = 'llm-d.ai/v1alpha1', kind = 'EndpointPickerConfig') =>
    `apiVersion: ${api}\nkind: ${kind}\nplugins: [{ type: ${plugin} }]\n`;
  const GAIE_API = 'inference.networking.x-k8s.io/v1alpha1';
  const wrong = [`${WRONG_TYPE} data.text`];

  test.each<[string, string, string | undefined, string[]]>([
    ['is for the router', text('load-aware-scorer'), undefined, []],
    ['is for GAIE', text('load-aware-scorer', GAIE_API), undefined, wrong],
    ['is for GAIE v1.5.0', text('latency-slo-admitter', GAIE_API), undefined, []],
    ['is for the release that is asked for', text('latency-slo-admitter', GAIE_API), 'gaie-v1.4.0', [...wrong]],
    ['may have experimental plugins', text('sheddable-eviction-filter'), undefined, []],
    ['is recognised by its kind', text('absent', undefined, '"EndpointPickerConfig"'), undefined, wrong],
    [
      'is recognised by its kind',
      'kind:   EndpointPickerConfig\nplugins: 3',
      undefined,
      ['LLMD-EPP-CONFIG-FIELD data.text'],
    ],
    ['is part of another text', 'a: |\n  kind: EndpointPickerConfig\nplugins: 3', undefined, []],
    [
      'is for the router, and names a group of GAIE',
      'kind: EndpointPickerConfig\nplugins: [{ type: load-aware-scorer }, { type: k8s-notification-source, parameters: { group: inference.networking.x-k8s.io/, version: v1, kind: A } }]\n',
      undefined,
      ['LLMD-EPP-CONFIG-UNUSED-PLUGIN data.text'],
    ],
    ['is of another kind', text('absent', undefined, 'EndpointPickerConfigs'), undefined, []],
    ['has no kind', 'plugins: 3', undefined, []],
  ])('%s', (_, content, release, expected) => {
    expect(foundPlaces([configMap('a', { text: content })], release)).toEqual(expected);
  });

  test('is another key of a ConfigMap that one reads', () => {
    const objects = [picker([FILE]), configMap('epp', { 'plugins.yaml': '{}', text: text('absent') })];
    expect(foundPlaces(objects)).toEqual(wrong);
  });

  test('is not read twice', () => {
    const objects = [picker([FILE]), configMap('epp', { 'plugins.yaml': text('absent') })];
    expect(foundPlaces(objects)).toEqual([`${WRONG_TYPE} data["plugins.yaml"]`]);
  });

  test('is in a ConfigMap without data, or of a wrong type', () => {
    expect(foundPlaces([{ ...configMap('a', {}), data: undefined }, configMap('b', { text: 3 })])).toEqual([]);
  });
});
