import { Size } from 'cdk8s';
import { EnvFieldPaths, EnvValue } from 'cdk8s-plus-28';
import {
  DEFAULT_SGLANG,
  SGLANG_POD_LABELS,
  type SglangData,
  sglangImage,
  sglangOfImage,
} from '../catalogue/engines/sglang';
import { checkSglangArguments, mainSpelling } from '../engine-arguments/sglang';
import { refuse } from '../errors';
import { checkedImage } from '../kubernetes/image';
import { Mount, scratch } from '../kubernetes/mount';
import { checkedOptions, refuseType } from '../options/check';
import { show } from '../text/wording';
import type { Accelerator } from './accelerator';
import { AcceleratorVendor } from './accelerator-spec';
import type { EngineRequest, EngineSpec, IEngine } from './engine-contract';
import { type FlagValue, flagArguments } from './flag-arguments';
import { notReplaced } from './merge-arguments';
import { cacheLimit } from './model-weights';
import { loraPaths, servedName } from './sglang-names';
import { RocmGpu, SGLANG_CHECKS, SGLANG_FLAGS, type SglangOptions } from './sglang-options';
import { tensorParallelSize } from './sglang-parallelism';

const WHERE = 'Engine.sglang';
// The image's user is root; with another, HOME must be set and writable: caches of Triton, FlashInfer and torch are below.
const HOME = '/home/sglang';
/** Port at which the nodes of a replica meet. */
const RENDEZVOUS_PORT = 20_000;
const KV_EVENTS_PORT = 5556;

/**
 * SGLang on GPUs. After SIGTERM it finishes running requests, however long they take, and has no flag for it; it looks
 * for them every 5 s, so that it ends up to 10 s after the last one. Source: srt/managers/tokenizer_manager.py of 0.5.23.
 */
export class Sglang implements IEngine {
  private readonly image: string;
  /** The row of its version; undefined for a version that the catalogue does not have. */
  private readonly data: SglangData | undefined;

  constructor(private readonly options: SglangOptions) {
    checkedOptions(WHERE, options, SGLANG_CHECKS);
    const { accelerator, image, version } = options;
    if (accelerator === undefined) refuseType(WHERE, 'accelerator', accelerator, 'an Accelerator');
    const named = version === undefined ? image : sglangImage(version);
    this.data = named === undefined ? DEFAULT_SGLANG : sglangOfImage(named);
    this.image = checkedImage(WHERE, image ?? imageFor(options, this.data));
    this.check(WHERE, this.optionArguments(options.tpSize));
  }

  specify(request: EngineRequest): EngineSpec {
    const { accelerator, kvEvents, sharedMemory = Size.gibibytes(20), modelCache } = this.options;
    const { spec } = request.model;
    this.check(`${WHERE} with extraArgs`, request.extraArgs);
    const { port: eventsPort = KV_EVENTS_PORT, replayPort } = kvEvents ?? {};
    const args = this.args(request);
    return {
      name: 'sglang',
      image: this.image,
      command: ['python3', '-m', 'sglang.launch_server'],
      args,
      // All nodes are started alike; SGLang tells them by their rank.
      ...(request.nodesPerReplica > 1 && { workerArgs: args }),
      env: {
        HOME: EnvValue.fromValue(HOME),
        // torch asks for the name of the user, whom the image's /etc/passwd does not have.
        USER: EnvValue.fromValue('sglang'),
        HF_HOME: EnvValue.fromValue(`${HOME}/.cache/huggingface`),
        // With it, /health would generate a token: a server that is busy with long prompts would be restarted.
        SGLANG_ENABLE_HEALTH_ENDPOINT_GENERATION: EnvValue.fromValue('false'),
        ...(kvEvents && { POD_IP: EnvValue.fromFieldRef(EnvFieldPaths.POD_IP) }),
        ...spec.env,
      },
      mounts: [
        scratch('/tmp'),
        Mount.emptyDir(HOME, { sizeLimit: cacheLimit(request.model) }),
        ...(modelCache ? [Mount.persistentVolumeClaim(`${HOME}/.cache/huggingface`, modelCache)] : []),
        Mount.emptyDir('/dev/shm', { inMemory: true, sizeLimit: sharedMemory }),
        ...(spec.mounts ?? []),
      ],
      resources: { requests: { cpu: '4', memory: '16Gi' } },
      accelerator,
      podLabels: SGLANG_POD_LABELS,
      ...(kvEvents && {
        extraPorts: { 'kv-events': eventsPort, ...(replayPort !== undefined && { 'kv-replay': replayPort }) },
      }),
      readyPath: '/health_generate',
      livePath: '/health',
    };
  }

  private args(request: EngineRequest): string[] {
    const { model, servedModelNames, port, adapters, nodesPerReplica, extraArgs } = request;
    const name = servedName(WHERE, servedModelNames);
    const own = [
      ...flagArguments({ modelPath: model.location, revision: model.spec.revision }),
      ...flagArguments({ servedModelName: name, host: '0.0.0.0', port, enableMetrics: true }),
      ...(nodesPerReplica === 1 ? [] : nodeArguments(nodesPerReplica)),
      ...this.optionArguments(tensorParallelSize(WHERE, this.options, nodesPerReplica), model.spec.isStreamed),
      ...this.eventArguments(name, port),
      ...loraPaths(WHERE, name, adapters),
    ];
    if (this.data === undefined) return own;
    const { version } = this.data;
    return notReplaced(own, extraArgs, (flag) => mainSpelling(flag, version));
  }

  /** The arguments of the options. */
  private optionArguments(tpSize: number | undefined, isStreamed = false): string[] {
    const options: { readonly [option: string]: unknown } = {
      ...this.options,
      tpSize: tpSize === 1 ? undefined : tpSize,
    };
    const streamed = isStreamed ? { loadFormat: 'runai_streamer' } : {};
    const given = Object.keys(SGLANG_FLAGS).flatMap((option) =>
      options[option] === undefined ? [] : [[option, options[option] as FlagValue] as const],
    );
    return flagArguments({ ...streamed, ...Object.fromEntries(given) });
  }

  private eventArguments(name: string, port: number): string[] {
    const { kvEvents } = this.options;
    if (kvEvents === undefined) return [];
    const { port: eventsPort = KV_EVENTS_PORT, replayPort } = kvEvents;
    const config = {
      publisher: 'zmq',
      endpoint: `tcp://*:${eventsPort}`,
      ...(replayPort !== undefined && { replay_endpoint: `tcp://*:${replayPort}` }),
      topic: `kv@$(POD_IP):${port}@${name}`,
    };
    return flagArguments({ kvEventsConfig: JSON.stringify(config) });
  }

  private check(where: string, args: readonly string[]): void {
    if (this.data !== undefined) checkSglangArguments(where, args, this.data.version);
  }
}

/** LeaderWorkerSet gives each pod of a group the leader's address and its own number. */
function nodeArguments(nnodes: number): string[] {
  return flagArguments({
    nnodes,
    nodeRank: '$(LWS_WORKER_INDEX)',
    distInitAddr: `$(LWS_LEADER_ADDRESS):${RENDEZVOUS_PORT}`,
  });
}

function imageFor({ accelerator, version, rocmGpu }: SglangOptions, data: SglangData | undefined): string {
  const { vendor } = accelerator.spec;
  if (vendor === AcceleratorVendor.NVIDIA) return data?.images.nvidia ?? sglangImage(version!);
  if (vendor !== AcceleratorVendor.AMD) {
    refuse(WHERE, {
      code: 'LLMD-ENGINE-ACCELERATOR',
      got: `the accelerator ${show(vendor)}`,
      expected: 'nvidia or amd, for which SGLang has images here',
      remedy: 'use Accelerator.nvidia or Accelerator.amd, pass an image of your own, or use Engine.vllm',
    });
  }
  if (data?.images.amd === undefined) {
    refuse(WHERE, {
      code: 'LLMD-ENGINE-IMAGE',
      got: `version ${show(version)} for AMD's GPUs`,
      expected: `a version whose image for ROCm is known, such as ${DEFAULT_SGLANG.version}`,
      remedy: 'pass the image too, or leave version out',
    });
  }
  return data.images.amd[rocmGpu ?? rocmGpuOf(accelerator)];
}

/** The family that the labels of the accelerator's nodes name, for example `AMD_Instinct_MI355X`. */
function rocmGpuOf({ spec }: Accelerator): RocmGpu {
  const isNewer = Object.values(spec.nodeSelector ?? {}).some((value) => /MI35\d/i.test(value));
  return isNewer ? RocmGpu.MI35X : RocmGpu.MI30X;
}
