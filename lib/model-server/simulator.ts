import { type Duration, Size } from 'cdk8s';
import { EnvFieldPaths, EnvValue } from 'cdk8s-plus-28';
import {
  DEFAULT_SIMULATOR,
  type SimulatorData,
  simulatorImage,
  simulatorOfImage,
} from '../catalogue/engines/simulator';
import { checkSimulatorArguments } from '../engine-arguments/simulator';
import { refuse } from '../errors';
import { checkedImage } from '../kubernetes/image';
import { checkedOptions } from '../options/check';
import { showGoDuration } from '../text/duration';
import type { EngineRequest, EngineSpec, IEngine } from './engine-contract';
import { type FlagValue, flagArguments } from './flag-arguments';
import { loraModules } from './lora-arguments';
import { millisecondsOf } from './simulator-latency';
import { SIMULATOR_CHECKS, type SimulatorOptions, checkTogether } from './simulator-options';

const WHERE = 'Engine.simulator';
/** Seconds that the process itself takes until it answers, at the most; it took less than one. */
const STARTS_WITHIN = 60;

/**
 * llm-d-inference-sim: vLLM's API, metrics and load behaviour without a model. It needs no GPU and 10 millicores. It has
 * no flag for the drain: after SIGTERM it finishes running requests for up to 30 s by itself.
 */
export class Simulator implements IEngine {
  private readonly image: string;
  /** The row of its version; undefined for a version that the catalogue does not have. */
  private readonly data: SimulatorData | undefined;

  constructor(private readonly options: SimulatorOptions) {
    checkedOptions(WHERE, options, SIMULATOR_CHECKS);
    const { version, image = version === undefined ? DEFAULT_SIMULATOR.image : simulatorImage(version) } = options;
    this.image = checkedImage(WHERE, image);
    this.data = simulatorOfImage(version === undefined ? image : simulatorImage(version));
    checkTogether(WHERE, options);
    this.checkQueueLength();
    checkSimulatorArguments(WHERE, this.optionArguments(), this.data);
  }

  specify({ model, servedModelNames, port, adapters, extraArgs }: EngineRequest): EngineSpec {
    checkSimulatorArguments(`${WHERE} with extraArgs`, extraArgs, this.data);
    const { dataParallelSize = 1, enableKvcache, renderUrl, startupDuration } = this.options;
    const startupSeconds = startupDuration === undefined ? 0 : Math.ceil(millisecondsOf(startupDuration) / 1000);
    return {
      name: 'llm-d-inference-sim',
      image: this.image,
      args: [
        `--model=${model.id}`,
        '--served-model-name',
        ...servedModelNames,
        `--port=${port}`,
        ...this.optionArguments(),
        // Without an endpoint it would try to connect to its default one for ever.
        ...(enableKvcache && this.options.zmqEndpoint === undefined ? ['--zmq-endpoint='] : []),
        ...loraModules(adapters),
        // With a real model's name it would ask the hub for a tokenizer.
        ...(renderUrl === undefined ? ['--force-dummy-tokenizer'] : []),
      ],
      // The simulator names itself in the headers x-inference-pod and x-inference-namespace of its answers.
      env: {
        POD_NAME: EnvValue.fromFieldRef(EnvFieldPaths.POD_NAME),
        POD_NAMESPACE: EnvValue.fromFieldRef(EnvFieldPaths.POD_NAMESPACE),
        // Part of the topic of KV events. With a KV cache and without the address it does not start.
        ...(enableKvcache && { POD_IP: EnvValue.fromFieldRef(EnvFieldPaths.POD_IP) }),
      },
      mounts: [],
      resources: { requests: { cpu: '10m', memory: '32Mi' }, limits: { memory: '256Mi' } },
      reservedMemory: Size.mebibytes(16),
      startupSeconds: startupSeconds + STARTS_WITHIN,
      user: 65532,
      readyPath: '/health/ready',
      livePath: '/health',
      portCount: dataParallelSize,
    };
  }

  private optionArguments(): string[] {
    const options: { readonly [option: string]: unknown } = { ...this.options };
    const given = Object.keys(SIMULATOR_CHECKS).filter((option) => !['image', 'version'].includes(option));
    return flagArguments(Object.fromEntries(given.map((option) => [option, written(option, options[option])])));
  }

  private checkQueueLength(): void {
    const { maxWaitingQueueLength } = this.options;
    if (this.data && maxWaitingQueueLength !== undefined && maxWaitingQueueLength < this.data.leastWaitingQueueLength) {
      refuse(WHERE, {
        code: 'LLMD-SIMULATOR-QUEUE',
        got: `maxWaitingQueueLength ${maxWaitingQueueLength} for version ${this.data.version}`,
        expected: `${this.data.leastWaitingQueueLength} or more`,
        remedy: 'raise it, or pass a newer version',
      });
    }
  }
}

/** A value as the command line has it. One data-parallel rank is the default, and not written. */
function written(option: string, value: unknown): FlagValue {
  if (value === undefined || (option === 'dataParallelSize' && value === 1)) return undefined;
  if (option === 'fakeMetrics') return JSON.stringify(value);
  const isDuration = typeof value === 'object' && value !== null && 'toMilliseconds' in value;
  return isDuration ? showGoDuration(millisecondsOf(value as Duration)) : (value as FlagValue);
}
