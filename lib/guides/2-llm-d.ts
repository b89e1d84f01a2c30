import type { Construct } from 'constructs';
import { dataPlane, type Entry, type IDataPlane } from '../gateway/data-plane-contract';
import { DataPlane } from '../gateway/data-plane';
import type { Release } from '../catalogue/endpoint-picker/release';
import { InferencePool } from '../routing/inference-pool';
import { constructPath } from '../app/chart';
import { type Checks, checkedOptions, pickOptions } from '../options/check';
import { release } from '../options/checks';
import { VLLM_GUIDE_CHECKS, VllmGuide, type VllmGuideProps } from './1-vllm';

/** Options by which guide 2 and later ones may differ from the tutorial. */
export interface LlmdGuideProps extends VllmGuideProps {
  /**
   * The proxy in front of the pool.
   * @default DataPlane.agentgateway()
   */
  readonly dataPlane?: IDataPlane;
  /**
   * Release of the endpoint picker.
   * @default Release.LLM_D_ROUTER_V0_10_0
   */
  readonly release?: Release;
}

const CHECKS: Checks<LlmdGuideProps> = { ...VLLM_GUIDE_CHECKS, dataPlane, release };

/** Guide 2 adds llm-d: a pool of the vLLM pods with its endpoint picker, and a Gateway with a route to it. */
export class LlmdGuide extends VllmGuide {
  /** The InferencePool `gaie-sim` and its endpoint picker `gaie-sim-epp`. */
  readonly pool: InferencePool;
  /** Where clients reach the model: the Gateway `infra-sim-inference-gateway`. */
  readonly entry: Entry;

  constructor(scope: Construct, id: string, props: LlmdGuideProps = {}) {
    checkedOptions(constructPath(scope, id), props, CHECKS);
    super(scope, id, pickOptions<VllmGuideProps>(props, VLLM_GUIDE_CHECKS));
    const { dataPlane = DataPlane.agentgateway(), imageRegistry, imagePullSecrets } = props;
    this.pool = new InferencePool(this, 'gaie-sim', {
      modelServers: [this.vllm],
      // The tutorial's labels. Despite their names the pods run vLLM with opt-125m, and nothing is simulated.
      podSelector: {
        'llm-d.ai/inference-serving': 'true',
        'llm-d.ai/guide': 'simulated-accelerators',
        'llm-d.ai/accelerator-variant': 'cpu',
        'llm-d.ai/model': 'random',
      },
      endpointPicker: { metricsAuth: false, imageRegistry, imagePullSecrets },
      release: props.release,
      transport: dataPlane.transport,
    });
    this.entry = dataPlane.bind(this, { pool: this.pool, gatewayName: 'infra-sim-inference-gateway' });
  }
}
