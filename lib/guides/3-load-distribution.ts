import type { Construct } from 'constructs';
import { LlmdGuide, type LlmdGuideProps } from './2-llm-d';

/** Guide 3 adds two replicas. */
export class LoadDistributionGuide extends LlmdGuide {
  constructor(scope: Construct, id: string, props: LlmdGuideProps = {}) {
    super(scope, id, { replicas: 3, ...props });
  }
}
