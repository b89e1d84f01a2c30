import { EXPERIMENTAL_GROUP, LLM_D_GROUP } from '../../../lib/catalogue/api-groups';
import type { ReleaseData } from '../../../lib/catalogue/endpoint-picker/release-data';
import { RELEASES_BY_AGE } from '../../../lib/catalogue/endpoint-picker/releases';
import type { Config } from './bases';
import type { Dice } from './dice';
import { PARAMETERS } from './parameters';

/** A place in a configuration: `holder[key]`. */
interface Place {
  readonly holder: any;
  readonly key: string | number;
}

type Mutation = (config: Config, dice: Dice, release: ReleaseData) => void;

const VALUES: readonly unknown[] = [
  ...[null, '', 'x', 'default', '10', '1Gi', '10s', 'yes', 'on', 'true', ' ', 'max-score-picker', 'queue-scorer'],
  ...[0, 1, -1, 2, 16, 1.5, -0.5, 0.5, 1e3, 1e21, 1e-7, 100000000000, 9007199254740993],
  ...[true, false, [], {}, ['x'], [null], { x: 1 }, [{}], [[]]],
];

const NAMES = [
  'x',
  'pluginref',
  'PluginRef',
  'plugin',
  'Name',
  'params',
  'weights',
  'type',
  'name',
  'parameters',
  'data',
  'dataLayer',
];

/** Mutations that use only the structure of a configuration. */
const STRUCTURAL: { readonly [name: string]: Mutation } = {
  remove: (config, dice) => remove(dice.pick(placesIn(config))),
  replace: (config, dice) => put(dice.pick(placesIn(config)), dice.pick(VALUES)),
  duplicate: (config, dice) => {
    const items = placesIn(config).filter(({ holder }) => Array.isArray(holder));
    if (items.length === 0) return;
    const { holder, key } = dice.pick(items);
    holder.push(structuredClone(holder[key]));
  },
  swap: (config, dice) => {
    const [one, other] = [dice.pick(placesIn(config)), dice.pick(placesIn(config))];
    const [first, second] = [one.holder[one.key], other.holder[other.key]].map((value) => structuredClone(value));
    put(one, second);
    put(other, first);
  },
  rename: (config, dice) => {
    const fields = placesIn(config).filter(({ holder }) => !Array.isArray(holder));
    const place = dice.pick(fields);
    const value = place.holder[place.key];
    remove(place);
    const key = String(place.key);
    place.holder[dice.pick([key.toUpperCase(), key.toLowerCase(), `${key}s`, key.slice(0, -1), ...NAMES])] = value;
  },
  addField: (config, dice) => {
    const objects = placesIn(config).filter(({ holder, key }) => isMapping(holder[key]));
    const holder = dice.oneIn(4) || objects.length === 0 ? config : valueAt(dice.pick(objects));
    holder[dice.pick(NAMES)] = dice.pick(VALUES);
  },
  editText: (config, dice) => {
    const texts = placesIn(config).filter(({ holder, key }) => typeof holder[key] === 'string');
    const place = dice.pick(texts);
    const text: string = place.holder[place.key];
    const at = dice.below(text.length + 1);
    put(place, text.slice(0, at) + dice.pick(['', 's', '-', 'X']) + text.slice(at + dice.below(2)));
  },
};

/** Mutations that use the meaning of a configuration's fields. */
const SEMANTIC: { readonly [name: string]: Mutation } = {
  anotherType: (config, dice) => {
    const plugin = somePlugin(config, dice);
    if (plugin) plugin.type = dice.pick(ALL_TYPES);
  },
  anotherName: (config, dice) => {
    const plugin = somePlugin(config, dice);
    if (plugin)
      plugin.name = dice.pick([
        ...namesOf(config),
        'mine',
        'max-score-picker',
        'fcfs-ordering-policy',
        'openai-parser',
      ]);
  },
  anotherReference: (config, dice) => {
    const references = placesIn(config).filter(({ key }) => /ref$/i.test(String(key)));
    if (references.length > 0)
      put(dice.pick(references), dice.pick([...namesOf(config), 'unknown-name', '', ...ALL_TYPES]));
  },
  addPlugin: (config, dice, { plugins }) => {
    const type = dice.pick(Object.keys(plugins));
    const parameters =
      PARAMETERS[type] === undefined || dice.oneIn(4) ? {} : { parameters: dice.pick(PARAMETERS[type]) };
    const name = dice.oneIn(3) ? { name: dice.pick(['mine', ...namesOf(config)]) } : {};
    listOf(config, 'plugins').push({ type, ...name, ...structuredClone(parameters) });
    const profile = dice.pick(listOf(config, 'schedulingProfiles'));
    if (dice.oneIn(2) && isMapping(profile)) listOf(profile, 'plugins').push({ pluginRef: name.name ?? type });
  },
  setParameter: (config, dice, { plugins }) => {
    const candidates = listOf(config, 'plugins').filter((plugin) => plugins[plugin?.type]?.parameters !== undefined);
    const plugin = dice.pick(candidates);
    if (!isMapping(plugin)) return;
    if (!isMapping(plugin.parameters)) plugin.parameters = {};
    const known = Object.keys(plugins[plugin.type].parameters!.fields);
    const name = dice.pick([...known, ...known, 'unknown', known[0]?.toUpperCase() ?? 'X']);
    plugin.parameters[name] = dice.pick([...VALUES, 'requests', 'tokens', 'http', 'vllm', '5m', 0.99, 64]);
  },
  addProfile: (config, dice) => {
    const plugins = dice.oneIn(3) ? undefined : [{ pluginRef: dice.pick([...namesOf(config), 'unknown-name']) }];
    listOf(config, 'schedulingProfiles').push({
      name: dice.pick(['second', 'default', '']),
      ...(plugins && { plugins }),
    });
  },
  addToProfile: (config, dice) => {
    const profile = dice.pick(listOf(config, 'schedulingProfiles'));
    if (isMapping(profile))
      listOf(profile, 'plugins').push({
        pluginRef: dice.pick([...namesOf(config), 'unknown-name']),
        ...(dice.oneIn(2) && { weight: dice.pick([1, 0, -1, 0.5, '1']) }),
      });
  },
  gates: (config, dice, { config: { gates } }) => {
    const list = listOf(config, 'featureGates');
    if (dice.oneIn(3) && list.length > 0) list.splice(dice.below(list.length), 1);
    else list.push(dice.pick([...ALL_GATES, ...Object.keys(gates), 'flowcontrol', 'flowControl=true', 'none']));
  },
  flowControl: (config, dice, { config: { schema } }) => {
    config.featureGates = dice.oneIn(4) ? (config.featureGates ?? []) : ['flowControl'];
    if (!isMapping(config.flowControl)) config.flowControl = {};
    const { flowControl } = config;
    const field = dice.pick(Object.keys((schema.fields.flowControl as any).fields));
    const limit = () => dice.pick([1024, '1Gi', '-5', -5, '1.5', '500m', 0, '10k', '10x', true, '']);
    const policy = () =>
      dice.pick([...namesOf(config), 'fcfs-ordering-policy', 'global-strict-fairness-policy', 'unknown-name']);
    const band = () => ({
      priority: dice.pick([0, 1, -1, 100, '1', 1.5]),
      ...(dice.oneIn(2) && { maxBytes: limit() }),
      ...(dice.oneIn(2) && { orderingPolicyRef: policy() }),
      ...(dice.oneIn(2) && { fairnessPolicyRef: policy() }),
    });
    if (field === 'priorityBands') listOf(flowControl, field).push(band());
    else if (field.startsWith('default') && field.endsWith('Band')) flowControl[field] = band();
    else if (field === 'defaultRequestTTL')
      flowControl[field] = dice.pick(['1m', '0s', '-1s', '1', 60, '1h30m', 'abc']);
    else if (field.endsWith('Ref')) flowControl[field] = policy();
    else flowControl[field] = limit();
  },
  section: (config, dice) => {
    const ref = () =>
      dice.pick([
        ...namesOf(config),
        'utilization-detector',
        'openai-parser',
        'metrics-data-source',
        'unknown-name',
        '',
      ]);
    const name = dice.pick(['parser', 'saturationDetector', 'data', 'dataLayer']);
    config[name] = name.startsWith('data')
      ? { sources: [{ pluginRef: ref(), ...(dice.oneIn(2) && { extractors: [{ pluginRef: ref() }] }) }] }
      : { pluginRef: ref() };
  },
  api: (config, dice) => {
    const version = [
      'v1',
      `${LLM_D_GROUP}/v1alpha1`,
      `${EXPERIMENTAL_GROUP}/v1alpha2`,
      `${EXPERIMENTAL_GROUP}/v1alpha1`,
      '',
    ];
    if (dice.oneIn(2)) config.apiVersion = dice.pick(version);
    else config.kind = dice.pick(['ConfigMap', 'endpointPickerConfig', 'EndpointPickerConfig', 'List', '']);
  },
};

const ALL_TYPES = [...new Set(RELEASES_BY_AGE.flatMap(({ plugins }) => Object.keys(plugins)))];
const ALL_GATES = [...new Set(RELEASES_BY_AGE.flatMap(({ config }) => Object.keys(config.gates)))];

/** Mutations that shall be more frequent are listed more than once. */
const MUTATIONS = [...Object.entries(STRUCTURAL), ...Object.entries(SEMANTIC), ...Object.entries(SEMANTIC)];

/** Changes a configuration in one place, and returns a description. */
export function mutate(config: Config, dice: Dice, release: ReleaseData): string {
  const [name, mutation] = dice.pick(MUTATIONS);
  mutation(config, dice, release);
  return name;
}

/** Changes of the text, for what a configuration cannot hold: indentation, repeated keys, more documents. */
export const TEXT_MUTATIONS: { readonly [name: string]: (lines: string[], dice: Dice) => string[] } = {
  removeLine: (lines, dice) => lines.toSpliced(dice.below(lines.length), 1),
  repeatLine: (lines, dice) => lines.toSpliced(dice.below(lines.length), 0, dice.pick(lines)),
  indent: (lines, dice) => lines.with(dice.below(lines.length), ` ${dice.pick(lines)}`),
  outdent: (lines, dice) => {
    const at = dice.below(lines.length);
    return lines.with(at, lines[at].replace(/^ {1,2}/, ''));
  },
  tab: (lines, dice) => {
    const at = dice.below(lines.length);
    return lines.with(at, `\t${lines[at]}`);
  },
  noSpace: (lines, dice) => {
    const at = dice.below(lines.length);
    return lines.with(
      at,
      lines[at].replace(/: |- /, (separator) => separator.trim()),
    );
  },
  scalar: (lines, dice) => {
    const at = dice.below(lines.length);
    const scalars = [
      'yes',
      'no',
      'on',
      '~',
      '0x10',
      '010',
      '1_000',
      '.5',
      '1.',
      '.inf',
      "'",
      '"',
      '[',
      '*a',
      '!!str 5',
      '{a: b}',
      '@x',
      '1e3',
      '|',
      '- x',
    ];
    return lines.with(at, lines[at].replace(/: .*$/, `: ${dice.pick(scalars)}`));
  },
  nextDocument: (lines, dice) =>
    lines.toSpliced(dice.below(lines.length), 0, dice.pick(['---', '...', '# comment', ''])),
};

function placesIn(value: any): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  const keys: (string | number)[] = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return keys.flatMap((key) => [{ holder: value, key }, ...placesIn(value[key])]);
}

function remove({ holder, key }: Place): void {
  if (Array.isArray(holder)) holder.splice(key as number, 1);
  else delete holder[key];
}

function put({ holder, key }: Place, value: unknown): void {
  holder[key] = structuredClone(value);
}

function valueAt({ holder, key }: Place): any {
  return holder[key];
}

function isMapping(value: unknown): value is Config {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The list in a field, made where there is none. */
function listOf(config: Config, field: string): any[] {
  if (!Array.isArray(config[field])) config[field] = [];
  return config[field];
}

function somePlugin(config: Config, dice: Dice): Config | undefined {
  const plugins = listOf(config, 'plugins').filter(isMapping);
  return plugins.length > 0 ? dice.pick(plugins) : undefined;
}

function namesOf(config: Config): string[] {
  const names = listOf(config, 'plugins').map((plugin) => plugin?.name ?? plugin?.type);
  return names.filter((name) => typeof name === 'string');
}
