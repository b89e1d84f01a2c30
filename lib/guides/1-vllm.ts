import { Size } from 'cdk8s';
import { Construct } from 'constructs';
import { Drain } from '../model-server/drain';
import { Engine } from '../model-server/engine';
import { Model } from '../model-server/model';
import { ModelServer } from '../model-server/model-server';
import { MODEL_SERVER_OPTION_CHECKS, type ModelServerOptions } from '../model-server/model-server-options';
import { belongsTo } from '../kubernetes/labels';
import { type Checks, checkedOptions } from '../options/check';
import { anyText } from '../options/checks';

/** Options by which guide 1 may differ from the tutorial. */
export interface VllmGuideProps extends ModelServerOptions {
  /**
   * Namespace of all objects.
   * @default - the chart's, else `default`
   */
  readonly namespace?: string;
}

/** Checks of `VllmGuideProps`. */
export const VLLM_GUIDE_CHECKS: Checks<VllmGuideProps> = { ...MODEL_SERVER_OPTION_CHECKS, namespace: anyText };

/** The model of all guides. */
export const MODEL = 'facebook/opt-125m';

/** Guide 1: one vLLM on CPU with facebook/opt-125m, behind a Service. */
export class VllmGuide extends Construct {
  /** The Deployment and the Service `vllm`. */
  readonly vllm: ModelServer;

  constructor(scope: Construct, id: string, props: VllmGuideProps = {}) {
    super(scope, id);
    checkedOptions(this, props, VLLM_GUIDE_CHECKS);
    belongsTo(this, 'llm-d-guides');
    this.vllm = new ModelServer(this, 'vllm', {
      model: Model.huggingFace(MODEL),
      engine: Engine.vllmCpu({ gpuMemoryUtilization: 0.3, kvCacheSpace: Size.gibibytes(1) }),
      replicas: 1,
      drain: Drain.none(),
      ...props,
    });
  }
}
