import { DataPlane, Engine, EnvoyPlacement, type IDataPlane, type IEngine, Model } from '../../lib';

/** The model of the six guides. */
export const OPT = Model.huggingFace('facebook/opt-125m');

export const ENGINES: { readonly [name: string]: IEngine } = {
  vllmCpu: Engine.vllmCpu(),
  simulator: Engine.simulator(),
};

/** Every data plane, made anew: they keep no state, and a test should not rely on that. */
export const DATA_PLANES: { readonly [name: string]: () => IDataPlane } = {
  agentgateway: () => DataPlane.agentgateway(),
  'standalone Envoy as a sidecar': () => DataPlane.standaloneEnvoy(),
  'standalone Envoy in a Deployment': () => DataPlane.standaloneEnvoy({ placement: EnvoyPlacement.DEPLOYMENT }),
  'Envoy Gateway': () => DataPlane.envoyGateway(),
  'an existing Gateway': () => DataPlane.existingGateway({ name: 'shared', namespace: 'gateways' }),
};
