import type { Cluster } from '../cluster/cluster';
import { Paths } from '../cluster/paths';
import { type Applied, applyObject, batchesOf } from './apply';
import { Commands } from './commands';
import { isDefinition, titleOf } from './objects';
import type { GuidePlan, Part } from './plan';
import { isWaitedFor } from './readiness';
import type { GuideListener, GuideObject, GuideResult } from './results';
import { STEPS } from './steps';
import { waitReady } from './wait-ready';

export interface GuideOptions {
  /**
   * Seconds for which one object is waited for at the most. The first start pulls an image and a model.
   * @default 600
   */
  readonly timeout?: number;
  /**
   * Context that commands name.
   * @default - none: they use the current one
   */
  readonly context?: string;
  readonly signal?: AbortSignal;
  readonly listener?: GuideListener;
}

const TIMEOUT = 600;

/** Applies a guide, waits until all of it is ready, and checks that it does what its page says. */
export async function runGuide(cluster: Cluster, plan: GuidePlan, options: GuideOptions = {}): Promise<GuideResult> {
  const start = performance.now();
  const run = new Run(cluster, options);
  for (const part of plan.parts) await run.applyPart(part);
  const { folder, objects } = plan.parts.at(-1)!;
  const { timeout = TIMEOUT, signal, listener = {} } = options;
  const { checks, exercise } = await STEPS[plan.guide]!.check({
    cluster,
    objects,
    commands: run.commands,
    timeout,
    signal,
    tell: (command) => run.tell(command),
    onProgress: (name, progress) => listener.onProgress?.(name, progress),
  });
  return {
    guide: plan.guide,
    name: folder.name,
    context: cluster.context,
    passed: checks.every(({ passed }) => passed),
    milliseconds: performance.now() - start,
    objects: run.objects,
    checks,
    exercise,
    commands: run.told,
  };
}

/** What happens in a run, kept for its result and told to whoever listens. */
class Run {
  readonly objects: GuideObject[] = [];
  readonly told: string[] = [];
  readonly commands: Commands;
  private readonly timeout: number;
  private readonly listener: GuideListener;

  constructor(
    private readonly cluster: Cluster,
    private readonly options: GuideOptions,
  ) {
    this.commands = new Commands(options.context);
    this.timeout = options.timeout ?? TIMEOUT;
    this.listener = options.listener ?? {};
  }

  tell(command: string): void {
    this.told.push(command);
    this.listener.onCommand?.(command);
  }

  /** Applies the objects of a folder in order. They come up side by side; definitions must be there for what follows. */
  async applyPart({ folder, objects, reason }: Part): Promise<void> {
    if (reason !== undefined) this.listener.onNote?.(reason);
    this.tell(this.commands.apply(folder.shown));
    const pending: Applied[] = [];
    for (const batch of batchesOf(objects)) {
      const applied = await this.applyAll(batch);
      if (isDefinition(batch[0])) await this.waitAll(applied, [this.commands.definitions(this.timeout)]);
      else pending.push(...applied);
    }
    const commands = pending.flatMap(({ object }) => this.commands.wait(object, this.timeout) ?? []);
    await this.waitAll(pending, commands);
  }

  /** @returns what is not ready as soon as it is there */
  private async applyAll(objects: Part['objects']): Promise<Applied[]> {
    // Kinds may just have been defined, of which older paths do not know.
    const paths = new Paths(this.cluster);
    const pending: Applied[] = [];
    for (const object of objects) {
      this.options.signal?.throwIfAborted();
      const applied = await applyObject(this.cluster, paths, object);
      if (isWaitedFor(object)) pending.push(applied);
      else this.done({ title: titleOf(object), action: applied.action });
    }
    return pending;
  }

  private async waitAll(pending: readonly Applied[], commands: readonly string[]): Promise<void> {
    commands.forEach((command) => this.tell(command));
    const start = performance.now();
    await waitReady(this.cluster, pending, {
      seconds: this.timeout,
      signal: this.options.signal,
      onWait: ({ object }, state) => this.listener.onWait?.(titleOf(object), state, (performance.now() - start) / 1000),
      onReady: ({ object, action }) =>
        this.done({ title: titleOf(object), action, readyMilliseconds: performance.now() - start }),
    });
  }

  private done(object: GuideObject): void {
    this.objects.push(object);
    this.listener.onObject?.(object);
  }
}
