export { VllmGuide, type VllmGuideProps } from './1-vllm';
export { LlmdGuide, type LlmdGuideProps } from './2-llm-d';
export { LoadDistributionGuide } from './3-load-distribution';
export { ModelAliasingGuide } from './4-model-aliasing';
export { FaultToleranceGuide } from './5-fault-tolerance';
export { ObservabilityGuide } from './6-observability';
