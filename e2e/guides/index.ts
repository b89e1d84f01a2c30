export { guide1 } from './1-vllm';
export { guide2 } from './2-llm-d';
export { ENVOY_BESIDE_PICKER, ENVOY_DEPLOYMENT, ENVOY_GATEWAY } from './data-planes';
export { describeGuides } from './describe';
export {
  allExercises,
  allExercisesWithoutRestart,
  allExercisesButFaults,
  exercise,
  fiveRounds,
  guide3,
  guide4,
  guide5,
  guide5Harmless,
  guide6,
  pickerRollout,
} from './exercises';
export { clientsCannotChoose } from './destination-header';
export { REAL_VLLM, SIMULATOR } from './engines';
export { failsClosed } from './fails-closed';
export { proxyIsRestricted } from './proxy-is-restricted';
export { proxyRestarts } from './proxy-restarts';
