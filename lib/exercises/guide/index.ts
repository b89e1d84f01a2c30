export type { ApplyAction } from './apply';
export { titleOf } from './objects';
export { type GuidePlan, planGuide } from './plan';
export * from './results';
export { type GuideOptions, runGuide } from './run-guide';
