import type { Rule } from '../../../rule';
import { ROUTE_CONFLICT } from './route-conflict';
import { ROUTE_DETACHED } from './route-detached';
import { ROUTE_HOSTNAME } from './route-hostname';
import { ROUTE_LISTENER } from './route-listener';
import { ROUTE_NAMESPACE } from './route-namespace';
import { ROUTE_PARENT_MISSING } from './route-parent-missing';
import { ROUTE_PROTOCOL } from './route-protocol';
import { ROUTE_TIMEOUT_DEFAULT } from './route-timeout-default';
import { ROUTE_TIMEOUT_GKE } from './route-timeout-gke';
import { ROUTE_TIMEOUT_SHORT } from './route-timeout-short';

/** Rules about routes and their Gateways. */
export const ROUTE_RULES: readonly Rule[] = [
  ROUTE_CONFLICT,
  ROUTE_DETACHED,
  ROUTE_HOSTNAME,
  ROUTE_LISTENER,
  ROUTE_NAMESPACE,
  ROUTE_PARENT_MISSING,
  ROUTE_PROTOCOL,
  ROUTE_TIMEOUT_DEFAULT,
  ROUTE_TIMEOUT_GKE,
  ROUTE_TIMEOUT_SHORT,
];
