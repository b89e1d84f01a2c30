import { gaieFlags } from '../gaie/flags';
import { gaieCommon, gaieConfig, gaieImage } from '../gaie/release';
import type { ReleaseData } from '../release-data';
import { schema } from './config-schema';
import { plugins } from './plugins';

/** Source: kubernetes-sigs/gateway-api-inference-extension v1.4.0: cmd/epp, config/charts. */
export const gaieV140: ReleaseData = {
  ...gaieCommon,
  id: 'gaie-v1.4.0',
  confirmed: 'run',
  image: gaieImage('v1.4.0'),
  config: { ...gaieConfig, schema, gates: { dataLayer: false, flowControl: false, prepareDataPlugins: false } },
  flags: new Map(Object.entries(gaieFlags(false))),
  plugins,
};
