import { POOL_GROUP } from '../../catalogue/api-groups';
import { type Extractor, local, portOf } from './reference';
import { podsByLabels } from './selector';

/** InferencePool v1. */
export const inferencePool: Extractor = (pool, { namespace }) => {
  const picker = pool.at('spec', 'endpointPickerRef');
  const port = portOf(picker, 'port', 'number');
  return [
    ...podsByLabels(pool.at('spec', 'selector', 'matchLabels'), namespace),
    ...local(picker, 'endpointPickerRef', { kind: 'Service', namespace }, { port }),
  ];
};

/** InferencePool v1alpha2, which ended with GAIE v1.4.0. */
export const legacyInferencePool: Extractor = (pool, { namespace }) => {
  const picker = pool.at('spec', 'extensionRef');
  const port = portOf(picker, 'portNumber');
  return [
    ...podsByLabels(pool.at('spec', 'selector'), namespace),
    ...local(picker, 'endpointPickerRef', { kind: 'Service', namespace }, { port }),
  ];
};

/** InferenceModelRewrite and InferenceObjective, of whatever group. */
export const poolReference: Extractor = (object, { namespace }) =>
  [object.at('spec', 'poolRef'), ...object.each('spec', 'poolRefs')].flatMap((ref) =>
    local(ref, 'poolRef', { group: POOL_GROUP, kind: 'InferencePool', namespace }),
  );
