import { gaieFlags } from '../gaie/flags';
import { gaieCommon, gaieConfig, gaieImage } from '../gaie/release';
import type { ReleaseData } from '../release-data';
import { schema } from './config-schema';
import { plugins } from './plugins';

/** The last release of GAIE that ships the full endpoint picker. Source: the same as of v1.4.0, at v1.5.0. */
export const gaieV150: ReleaseData = {
  ...gaieCommon,
  id: 'gaie-v1.5.0',
  confirmed: 'run',
  image: gaieImage('v1.5.0'),
  config: { ...gaieConfig, schema, gates: { dataLayer: false, enableLegacyMetrics: false, flowControl: false } },
  flags: new Map(Object.entries(gaieFlags(true))),
  plugins,
};
