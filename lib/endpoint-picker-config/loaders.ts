import type { ReleaseId } from '../catalogue/endpoint-picker/release-id';
import type { ConfigLoader } from './load/config-loader';
import { loadGaieV140 } from './load/gaie-v1.4.0';
import { loadGaieV150 } from './load/gaie-v1.5.0';
import { loadLlmdRouterV0100 } from './load/llm-d-router-v0.10.0';

/** Does what a release does with a configuration once its plugins are made, and reports what it would refuse. */
type Loader = (loader: ConfigLoader, openGates: ReadonlySet<string>) => void;

export const LOADERS: { readonly [id in ReleaseId]: Loader } = {
  'llm-d-router-v0.10.0': loadLlmdRouterV0100,
  'gaie-v1.5.0': loadGaieV150,
  'gaie-v1.4.0': loadGaieV140,
};
