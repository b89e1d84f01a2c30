import type { EngineSpec, IEngine } from './engine-contract';
import { checkedEngine } from './engine-checks';

/** An engine whose container is the same for every model server. */
export class CustomEngine implements IEngine {
  constructor(private readonly spec: EngineSpec) {
    checkedEngine('Engine.custom', spec);
  }

  specify(): EngineSpec {
    return this.spec;
  }
}
