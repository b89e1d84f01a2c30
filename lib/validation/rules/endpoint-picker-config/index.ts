import type { Rule } from '../../rule';
import { type ConfigDoc, configRule } from './config-rule';

/** What the loader of the endpoint picker's configuration reports, by code. */
const DOCS: readonly ConfigDoc[] = [
  {
    code: 'LLMD-EPP-CONFIG-API',
    severity: 'error',
    title: 'apiVersion and kind are those that the release reads',
    why: 'The endpoint picker ends with "no kind is registered for version". Either may be left out.',
  },
  {
    code: 'LLMD-EPP-CONFIG-DATA',
    severity: 'error',
    title: 'The data that a plugin needs is produced by another plugin, with the same type',
    why: 'The endpoint picker ends with "no default producer found for missing data key", and GAIE v1.5.0 with "data type mismatch" as soon as `token-load-scorer` and `inflight-load-producer` are together.',
  },
  {
    code: 'LLMD-EPP-CONFIG-DATA-LAYER',
    severity: 'error',
    title: 'The gate dataLayer of GAIE v1.4.0 comes with sources',
    why: 'The endpoint picker ends with "You must specify the Data section in the configuration".',
  },
  {
    code: 'LLMD-EPP-CONFIG-DEPRECATED',
    severity: 'warning',
    title: 'No plugin or field is one that the next release removes',
    why: 'llm-d-router v0.11.0 refuses what v0.10.0 only logs as deprecated (llm-d/llm-d-router#1308).',
  },
  {
    code: 'LLMD-EPP-CONFIG-EXPERIMENTAL',
    severity: 'error',
    title: 'Experimental plugins are allowed where they are used',
    why: 'llm-d-router v0.10.0 ends with "has Alpha stability level, but command line flag --allow-experimental-plugins is not set".',
  },
  {
    code: 'LLMD-EPP-CONFIG-FIELD',
    severity: 'error',
    title: 'Every field is one of the release, in its exact spelling, and has the right type',
    why: 'The endpoint picker ends with "unknown field" or "cannot unmarshal". Fields came and went between releases: `data` of GAIE v1.4.0 is `dataLayer` since v1.5.0.',
  },
  {
    code: 'LLMD-EPP-CONFIG-FLOW-CONTROL',
    severity: 'error',
    title: 'Limits of flow control are not negative, and every priority has one band',
    why: 'With the gate `flowControl` the endpoint picker ends with "duplicate priority level" or "must be non-negative".',
  },
  {
    code: 'LLMD-EPP-CONFIG-GATE',
    severity: 'error',
    title: 'Every feature gate is one of the release',
    why: 'The endpoint picker ends with "feature gate is unknown or unregistered". `name=false` is understood since llm-d-router v0.10.0.',
  },
  {
    code: 'LLMD-EPP-CONFIG-HANDLER',
    severity: 'error',
    title: 'One profile handler chooses among the profiles',
    why: 'The endpoint picker ends with "no profile handler configured", or because there are two. For a single profile it adds `single-profile-handler` itself.',
  },
  {
    code: 'LLMD-EPP-CONFIG-IGNORED-PARAMETER',
    severity: 'warning',
    title: 'Every parameter is one that its plugin reads',
    why: 'Up to GAIE v1.5.0 such a parameter has no effect, and the endpoint picker logs nothing about it.',
  },
  {
    code: 'LLMD-EPP-CONFIG-METRICS',
    severity: 'warning',
    title: 'Metrics of the model servers are collected, once',
    why: 'The default source is added unless one is listed whose name, not type, is `metrics-data-source`. Two of them ask every pod twice; without any, scorers of load see zeros.',
  },
  {
    code: 'LLMD-EPP-CONFIG-NO-EFFECT',
    severity: 'warning',
    title: 'The endpoint picker reads every part of the configuration',
    why: '`flowControl` is ignored without its gate, and so are all YAML documents but the first.',
  },
  {
    code: 'LLMD-EPP-CONFIG-PARAMETERS',
    severity: 'error',
    title: 'The parameters of a plugin have the types and bounds that its factory asks for',
    why: 'The endpoint picker ends with "failed to create plugin". Since llm-d-router v0.9.0 a parameter that a plugin does not know is enough for that.',
  },
  {
    code: 'LLMD-EPP-CONFIG-PLUGIN-NAME',
    severity: 'error',
    title: 'No two plugins have one name',
    why: 'The endpoint picker ends with "duplicate plugin name". A plugin without a name is called by its type.',
  },
  {
    code: 'LLMD-EPP-CONFIG-PLUGIN-TYPE',
    severity: 'error',
    title: 'Every plugin has a type of the release',
    why: 'The endpoint picker ends with "plugin type is not registered". Types came and went between releases.',
  },
  {
    code: 'LLMD-EPP-CONFIG-PROFILE',
    severity: 'error',
    title: 'Every profile has a name of its own and at most one picker',
    why: 'The endpoint picker ends with "already have a registered picker plugin", or because a name is missing. Without `schedulingProfiles` all plugins make one profile.',
  },
  {
    code: 'LLMD-EPP-CONFIG-REFERENCE',
    severity: 'error',
    title: 'Every reference leads to a plugin of the kind that is needed there',
    why: 'The endpoint picker ends with "references undefined plugin", or reports that the plugin is of another kind.',
  },
  {
    code: 'LLMD-EPP-CONFIG-SOURCES',
    severity: 'error',
    title: 'There is a source of data, and every extractor can read its source',
    why: 'The endpoint picker takes the configuration, connects to the API server, and ends then with "failed to initialize data layer".',
  },
  {
    code: 'LLMD-EPP-CONFIG-STAGE',
    severity: 'warning',
    title: 'Every stage of disagg-profile-handler has its profile',
    why: 'The handler finds no profile of that name when a request comes, and the stage is left out or the request fails.',
  },
  {
    code: 'LLMD-EPP-CONFIG-SYNTAX',
    severity: 'error',
    title: 'The text is YAML or JSON as Go reads it',
    why: 'The endpoint picker ends with "failed to decode configuration". It reads YAML 1.1, so that `on` and `yes` are booleans, refuses a key that is there twice, and takes a text that begins with a brace for JSON.',
  },
  {
    code: 'LLMD-EPP-CONFIG-UNUSED-PLUGIN',
    severity: 'warning',
    title: 'Every plugin that works by reference only is referred to',
    why: 'The plugin is created and never called. Most likely its name is missing in a profile.',
  },
  {
    code: 'LLMD-EPP-CONFIG-WEIGHT',
    severity: 'warning',
    title: 'Weights are above 0, and on scorers',
    why: 'The endpoint picker takes any number: with a weight below 0 it prefers the endpoints that the scorer likes least.',
  },
];

/** Rules about the EndpointPickerConfig file. */
export const ENDPOINT_PICKER_CONFIG_RULES: readonly Rule[] = DOCS.map(configRule);
