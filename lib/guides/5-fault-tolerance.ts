import type { Construct } from 'constructs';
import { Drain } from '../model-server/drain';
import type { LlmdGuideProps } from './2-llm-d';
import { ModelAliasingGuide } from './4-model-aliasing';

/** Guide 5 adds the drain: a pod leaves the pool, finishes its requests, and then stops. */
export class FaultToleranceGuide extends ModelAliasingGuide {
  constructor(scope: Construct, id: string, props: LlmdGuideProps = {}) {
    super(scope, id, { drain: Drain.of(), disruptionBudget: { maxUnavailable: 1 }, ...props });
  }
}
