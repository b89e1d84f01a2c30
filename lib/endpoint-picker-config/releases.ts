import { gaieV140Plugins } from '../catalogue/endpoint-picker/gaie-v1.4.0/plugins';
import { gaieV150Plugins } from '../catalogue/endpoint-picker/gaie-v1.5.0/plugins';
import { llmdRouterV0100Plugins } from '../catalogue/endpoint-picker/llm-d-router-v0.10.0/plugins';
import type { Catalogue } from '../catalogue/endpoint-picker/plugins/plugin-type';
import { loadGaieV140 } from './load/gaie-v1.4.0';
import { loadGaieV150 } from './load/gaie-v1.5.0';
import type { Gates } from './load/gates';
import { loadLlmdRouterV0100 } from './load/llm-d-router-v0.10.0';
import type { Load } from './load/load';
import { gaieV140Schema, gaieV150Schema, llmdRouterV0100Schema } from '../catalogue/endpoint-picker/config-schema';
import type { ObjectShape } from '../catalogue/endpoint-picker/shape';

/** How one release of the endpoint picker reads its configuration. */
export interface ConfigRelease {
  readonly id: string;
  readonly apiVersions: readonly string[];
  readonly schema: ObjectShape;
  readonly gates: Gates;
  /** Whether a gate may be written as `name=false`. */
  readonly gatesHaveValues: boolean;
  readonly plugins: Catalogue;
  /** Whether a parameter that a plugin does not know is refused. */
  readonly strictParameters: boolean;
  load(load: Load, openGates: ReadonlySet<string>): void;
}

const gaie = {
  apiVersions: ['inference.networking.x-k8s.io/v1alpha1'],
  gatesHaveValues: false,
  strictParameters: false,
};

/** Oldest first. */
export const CONFIG_RELEASES: readonly ConfigRelease[] = [
  {
    ...gaie,
    id: 'gaie-v1.4.0',
    schema: gaieV140Schema,
    gates: { dataLayer: false, flowControl: false, prepareDataPlugins: false },
    plugins: gaieV140Plugins,
    load: loadGaieV140,
  },
  {
    ...gaie,
    id: 'gaie-v1.5.0',
    schema: gaieV150Schema,
    gates: { dataLayer: false, enableLegacyMetrics: false, flowControl: false },
    plugins: gaieV150Plugins,
    load: loadGaieV150,
  },
  {
    id: 'llm-d-router-v0.10.0',
    apiVersions: ['llm-d.ai/v1alpha1', 'inference.networking.x-k8s.io/v1alpha1'],
    schema: llmdRouterV0100Schema,
    gates: { flowControl: false, haPopulateNonLeaderDatastore: true },
    gatesHaveValues: true,
    plugins: llmdRouterV0100Plugins,
    strictParameters: true,
    load: loadLlmdRouterV0100,
  },
];
