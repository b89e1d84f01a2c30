import type { Rule } from '../../rule';
import { CONFIG_API } from './api';
import { CONFIG_DATA } from './data';
import { CONFIG_DATA_LAYER } from './data-layer';
import { CONFIG_DEPRECATED } from './deprecated';
import { CONFIG_EXPERIMENTAL } from './experimental';
import { CONFIG_FIELD } from './field';
import { CONFIG_FLOW_CONTROL } from './flow-control';
import { CONFIG_GATE } from './gate';
import { CONFIG_HANDLER } from './handler';
import { CONFIG_IGNORED_PARAMETER } from './ignored-parameter';
import { CONFIG_METRICS } from './metrics';
import { CONFIG_NO_EFFECT } from './no-effect';
import { CONFIG_PARAMETERS } from './parameters';
import { CONFIG_PLUGIN_NAME } from './plugin-name';
import { CONFIG_PLUGIN_TYPE } from './plugin-type';
import { CONFIG_PROFILE } from './profile';
import { CONFIG_REFERENCE } from './reference';
import { CONFIG_SOURCES } from './sources';
import { CONFIG_STAGE } from './stage';
import { CONFIG_SYNTAX } from './syntax';
import { CONFIG_UNUSED_PLUGIN } from './unused-plugin';
import { CONFIG_WEIGHT } from './weight';

/** Rules about the EndpointPickerConfig file. */
export const ENDPOINT_PICKER_CONFIG_RULES: readonly Rule[] = [
  CONFIG_API,
  CONFIG_DATA,
  CONFIG_DATA_LAYER,
  CONFIG_DEPRECATED,
  CONFIG_EXPERIMENTAL,
  CONFIG_FIELD,
  CONFIG_FLOW_CONTROL,
  CONFIG_GATE,
  CONFIG_HANDLER,
  CONFIG_IGNORED_PARAMETER,
  CONFIG_METRICS,
  CONFIG_NO_EFFECT,
  CONFIG_PARAMETERS,
  CONFIG_PLUGIN_NAME,
  CONFIG_PLUGIN_TYPE,
  CONFIG_PROFILE,
  CONFIG_REFERENCE,
  CONFIG_SOURCES,
  CONFIG_STAGE,
  CONFIG_SYNTAX,
  CONFIG_UNUSED_PLUGIN,
  CONFIG_WEIGHT,
];
