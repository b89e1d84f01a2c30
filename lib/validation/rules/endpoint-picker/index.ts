import type { Rule } from '../../rule';
import { EPP_BOOLEAN } from './boolean';
import { EPP_CERTIFICATE } from './certificate';
import { EPP_CONFIG_FILE } from './config-file';
import { EPP_CONTAINER_PORTS } from './container-ports';
import { EPP_DEPRECATED } from './deprecated';
import { EPP_ENVIRONMENT } from './environment';
import { EPP_FATAL } from './fatal';
import { EPP_FLAG } from './flag';
import { EPP_METRICS_ACCESS } from './metrics-access';
import { EPP_METRICS_PORT } from './metrics-port';
import { EPP_MODE } from './mode';
import { EPP_OTHER_RELEASE } from './other-release';
import { EPP_PORTS } from './ports';
import { EPP_PREFIX_INDEX } from './prefix-index';
import { EPP_PROBE_PORT } from './probe-port';
import { EPP_PROBE_SERVICE } from './probe-service';
import { EPP_REPLICAS } from './replicas';
import { EPP_ROLE } from './role';
import { EPP_TLS } from './tls';
import { EPP_TOKEN_MODEL } from './token-model';
import { EPP_TRACING } from './tracing';
import { EPP_VALUE } from './value';
import { EPP_WORD } from './word';

/** Rules about the command line of the endpoint picker, and what it asks of its pod and its proxies. */
export const ENDPOINT_PICKER_RULES: readonly Rule[] = [
  EPP_FLAG,
  EPP_VALUE,
  EPP_BOOLEAN,
  EPP_FATAL,
  EPP_OTHER_RELEASE,
  EPP_WORD,
  EPP_DEPRECATED,
  EPP_MODE,
  EPP_ENVIRONMENT,
  EPP_CONFIG_FILE,
  EPP_CERTIFICATE,
  EPP_PORTS,
  EPP_CONTAINER_PORTS,
  EPP_PROBE_PORT,
  EPP_PROBE_SERVICE,
  EPP_REPLICAS,
  EPP_ROLE,
  EPP_PREFIX_INDEX,
  EPP_TOKEN_MODEL,
  EPP_TLS,
  EPP_METRICS_ACCESS,
  EPP_METRICS_PORT,
  EPP_TRACING,
];
