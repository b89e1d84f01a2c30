import { refuse } from '../../errors';
import type { Cluster } from '../cluster/cluster';
import type { ObjectStep } from './apply';
import { type Folder, guideFolder, platformFolder, shippedFolder } from './folders';
import { readObjects, titleOf } from './objects';
import { GUIDE_STEPS } from './steps';
import { refuseOthers, survey } from './survey';

/** What a guide will apply and do. */
export interface GuidePlan {
  readonly guide: number;
  /** Address of the API server, without the user. */
  readonly server: string;
  /** Whether objects and fields of other managers are overwritten. */
  readonly takeOver: boolean;
  /** The folders to apply: the platform first, if some of it is missing or older in the cluster. */
  readonly parts: readonly GuidePart[];
  /** What the check of the guide does to the cluster beside sending requests. */
  readonly changes: readonly string[];
}

/** A folder to apply, with what is done with its objects. */
export interface GuidePart {
  readonly folder: Folder;
  readonly steps: readonly ObjectStep[];
  /** The reason why it is applied; undefined for the folder of the guide itself. */
  readonly reason?: string;
}

/** The first guide that needs the platform. */
const FIRST_ON_PLATFORM = 2;

/**
 * Plans a guide from its folder and the state of the cluster. Changes nothing.
 *
 * @param from a folder with `guides/` and `platform/`; default: dist/ of this package
 * @param takeOver overwrites what other managers own, which is refused otherwise
 * @throws LlmdError LLMD-GUIDE-OWNER, which names the objects of other managers
 */
export async function planGuide(
  cluster: Cluster,
  guide: number,
  from = shippedFolder(),
  takeOver = false,
): Promise<GuidePlan> {
  const step = GUIDE_STEPS[guide];
  if (step === undefined) {
    refuse('guide', {
      code: 'LLMD-GUIDE-NUMBER',
      got: String(guide),
      expected: `one of ${Object.keys(GUIDE_STEPS).join(', ')}`,
      remedy: 'see docs/guides/ for what each is about',
    });
  }
  const folder = guideFolder(from, guide);
  const platform = guide < FIRST_ON_PLATFORM ? undefined : await platformPart(cluster, from);
  const own = { folder, steps: await survey(cluster, readObjects(folder.files)) };
  const parts = platform === undefined ? [own] : [platform, own];
  if (!takeOver) refuseOthers(parts.flatMap(({ steps }) => steps));
  const { origin, pathname } = new URL(cluster.config.getCurrentCluster()!.server);
  return { guide, server: `${origin}${pathname.replace(/\/$/, '')}`, takeOver, parts, changes: step.changes };
}

/** The platform's folder, if some of its objects are missing or older in the cluster. */
async function platformPart(cluster: Cluster, from: string): Promise<GuidePart | undefined> {
  const folder = platformFolder(from);
  if (folder === undefined) return undefined;
  const steps = await survey(cluster, readObjects(folder.files));
  // A platform that another manager keeps complete is used as it is.
  const lacking = steps.filter(({ action }) => action === 'create' || action === 'change');
  if (lacking.length === 0) return undefined;
  const [{ action, object }] = lacking;
  const others = lacking.length === 1 ? '' : ` and ${lacking.length - 1} more`;
  const lacks = action === 'create' ? 'lacks' : 'has another version of';
  return { folder, steps, reason: `the cluster ${lacks} ${titleOf(object)}${others}: ${folder.shown} comes first` };
}
