import type { Cluster } from '../cluster/cluster';
import { Paths } from '../cluster/paths';
import { type AppliedObject, applyStep, batchesOf } from './apply';
import { Commands } from './commands';
import { isDefinition, titleOf } from './objects';
import type { GuidePart, GuidePlan } from './plan';
import { isWaitedFor } from './readiness';
import type { GuideListener, GuideObject, GuideResult } from './results';
import { GUIDE_STEPS } from './steps';
import { waitReady } from './wait-ready';

/** Options of `runGuide`. */
export interface GuideOptions {
  /**
   * Seconds to wait for one object at most. The first start pulls an image and a model.
   * @default 600
   */
  readonly timeout?: number;
  /**
   * Context of the kubeconfig in the printed commands.
   * @default - none: they use the current context
   */
  readonly context?: string;
  /**
   * Ends the run early.
   * @default - none
   */
  readonly signal?: AbortSignal;
  /**
   * Called before each change of an exercise, and after each undo, with the commands that undo everything by hand.
   * @default - none
   */
  readonly onChange?: (commands: readonly string[]) => void;
  /**
   * Called while the guide runs.
   * @default - none
   */
  readonly listener?: GuideListener;
}

const TIMEOUT = 600;

/** Applies a guide, waits until all objects are ready, and checks that the guide does what its page says. */
export async function runGuide(cluster: Cluster, plan: GuidePlan, options: GuideOptions = {}): Promise<GuideResult> {
  const start = performance.now();
  const run = new Run(cluster, plan, options);
  for (const part of plan.parts) await run.applyPart(part);
  const { folder, steps } = plan.parts.at(-1)!;
  const { timeout = TIMEOUT, signal, onChange, listener = {} } = options;
  const { checks, exercise } = await GUIDE_STEPS[plan.guide]!.check({
    cluster,
    objects: steps.map(({ object }) => object),
    commands: run.commands,
    timeout,
    signal,
    onChange,
    onCommand: (command) => run.addCommand(command),
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
    commands: run.printed,
  };
}

/** A run of a guide: applies folders, reports to the listener and records the result. */
class Run {
  readonly objects: GuideObject[] = [];
  readonly printed: string[] = [];
  readonly commands: Commands;
  private readonly timeout: number;
  private readonly listener: GuideListener;

  constructor(
    private readonly cluster: Cluster,
    private readonly plan: GuidePlan,
    private readonly options: GuideOptions,
  ) {
    this.commands = new Commands(options.context);
    this.timeout = options.timeout ?? TIMEOUT;
    this.listener = options.listener ?? {};
  }

  addCommand(command: string): void {
    this.printed.push(command);
    this.listener.onCommand?.(command);
  }

  /** Applies the objects of a folder in order and waits for all of them at the end; only definitions must be ready first. */
  async applyPart({ folder, steps, reason }: GuidePart): Promise<void> {
    if (reason !== undefined) this.listener.onNote?.(reason);
    for (const { object, action, reason: why } of steps) {
      if (action === 'keep' && why !== undefined) this.listener.onNote?.(`${titleOf(object)} stays: ${why}`);
    }
    if (steps.some(({ action }) => action !== 'keep')) {
      this.addCommand(this.commands.apply(folder.shown, this.plan.takeOver));
    }
    const pending: AppliedObject[] = [];
    for (const batch of batchesOf(steps)) {
      const applied = await this.applyAll(batch);
      if (isDefinition(batch[0].object)) await this.waitAll(applied, [this.commands.definitions(this.timeout)]);
      else pending.push(...applied);
    }
    const commands = pending.flatMap(({ object }) => this.commands.wait(object, this.timeout) ?? []);
    await this.waitAll(pending, commands);
  }

  /** Applies objects. Returns those whose kinds have to be waited for. */
  private async applyAll(steps: GuidePart['steps']): Promise<AppliedObject[]> {
    // The last batch may have defined new kinds, which an older cache of paths does not have.
    const paths = new Paths(this.cluster);
    const pending: AppliedObject[] = [];
    for (const step of steps) {
      this.options.signal?.throwIfAborted();
      const applied = await applyStep(this.cluster, paths, step, this.plan.takeOver);
      if (isWaitedFor(step.object)) pending.push(applied);
      else this.done({ title: titleOf(step.object), action: applied.action });
    }
    return pending;
  }

  private async waitAll(pending: readonly AppliedObject[], commands: readonly string[]): Promise<void> {
    commands.forEach((command) => this.addCommand(command));
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
