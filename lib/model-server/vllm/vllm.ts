import { checkedOptions } from '../../options/check';
import type { EngineRequest, EngineSpec, IEngine } from '../engine-contract';
import { startupSeconds } from '../startup';
import { checkArguments, checkExtraArguments, checkParsers, ownArguments } from './argument-checks';
import { parallelism } from './parallelism';
import { optionArguments, transferArguments, vllmArguments, workerArguments } from './vllm-arguments';
import { checkOptionsTogether, checkVersion } from './vllm-checks';
import { VLLM_USER } from './vllm-container';
import { imageKind, VllmImage } from './vllm-image';
import { VLLM_CHECKS, type VllmOptions } from './vllm-options';
import { SUPERVISED, vllmEnv, vllmMounts, vllmPorts, vllmResources } from './vllm-pod';

const WHERE = 'Engine.vllm';

/** Options whose values not every version takes. */
const VALUES_BY_VERSION: readonly (keyof VllmOptions)[] = [
  'blockSize',
  'chatTemplate',
  'kvCacheDtype',
  'kvTransfer',
  'quantization',
  'reasoningParser',
  'speculativeConfig',
  'toolCallParser',
];

/** vLLM on accelerators. */
export class Vllm implements IEngine {
  private readonly image: VllmImage;

  constructor(private readonly options: VllmOptions) {
    const { accelerator, image } = checkedOptions(WHERE, options, VLLM_CHECKS);
    this.image = VllmImage.of(WHERE, imageKind(WHERE, accelerator.spec.vendor, image), options);
    checkVersion(WHERE, options, this.image);
    checkOptionsTogether(WHERE, options);
    // The values of these are lists that differ by version; reading the table of arguments is for them alone.
    if (VALUES_BY_VERSION.some((option) => options[option] !== undefined)) {
      checkParsers(WHERE, options, this.image);
      checkArguments(
        WHERE,
        ['model', ...optionArguments(options, this.image), ...transferArguments(options)],
        this.image,
      );
    }
  }

  specify(request: EngineRequest): EngineSpec {
    const { options, image } = this;
    const { nodesPerReplica, model } = request;
    if (nodesPerReplica > 1) image.refuseWithout(WHERE, 'nodesPerReplica', 'nnodes');
    const sizes = parallelism(WHERE, options, nodesPerReplica);
    const server = { where: WHERE, options, image, sizes, request };
    const own = (args: string[]) => ownArguments(args, request.extraArgs, image);
    const args = own(vllmArguments(server));
    checkExtraArguments(WHERE, args, request.extraArgs, image);
    return {
      name: 'vllm',
      image: image.reference,
      // Entrypoints differ: some images have none, and older ones have the module of Python, which takes no model in front.
      command: ['vllm', 'serve'],
      args,
      ...(nodesPerReplica > 1 && { workerArgs: own(workerArguments(server)) }),
      env: { ...vllmEnv(server), ...model.spec.env },
      mounts: [...vllmMounts(server), ...(model.spec.mounts ?? [])],
      resources: vllmResources(server),
      accelerator: options.accelerator,
      extraPorts: vllmPorts(server),
      startupSeconds: startupSeconds(model, options.accelerator.spec.vendor),
      finishesRequests: image.has('shutdownTimeout'),
      user: VLLM_USER,
      portCount: sizes.ports,
      ...(options.dataParallelMultiPortExternalLb && SUPERVISED),
    };
  }
}
