import { refuse } from '../../errors';
import type { Cluster } from '../cluster/cluster';
import { lackingOf, unknownOf } from './apply';
import { type Folder, guideFolder, platformFolder, shippedFolder } from './folders';
import { type KubernetesObject, readObjects, titleOf } from './objects';
import { STEPS } from './steps';

/** What a guide will apply, and then do. */
export interface GuidePlan {
  readonly guide: number;
  /** The platform first, where the cluster lacks some of it. */
  readonly parts: readonly Part[];
  /** What its check does to the cluster beside sending requests. */
  readonly changes: readonly string[];
}

/** A folder, and the objects in it. */
export interface Part {
  readonly folder: Folder;
  readonly objects: readonly KubernetesObject[];
  /** Why it is applied, where that is not plain. */
  readonly reason?: string;
}

/** The first guide that needs more than a plain Kubernetes. */
const FIRST_ON_PLATFORM = 2;

/**
 * Looks at the folder and at the cluster, and changes nothing.
 *
 * @param from a folder like this package's dist/, which it is by default
 */
export async function planGuide(cluster: Cluster, guide: number, from = shippedFolder()): Promise<GuidePlan> {
  const step = STEPS[guide];
  if (step === undefined) {
    refuse('guide', {
      code: 'LLMD-GUIDE-NUMBER',
      got: String(guide),
      expected: `one of ${Object.keys(STEPS).join(', ')}`,
      remedy: 'see docs/guides/ for what each is about',
    });
  }
  const folder = guideFolder(from, guide);
  const objects = readObjects(folder.files);
  const platform = guide < FIRST_ON_PLATFORM ? undefined : await platformPart(cluster, from, objects);
  const parts = [...(platform === undefined ? [] : [platform]), { folder, objects }];
  return { guide, parts, changes: step.changes };
}

/** The platform, where the cluster has no or another one. */
async function platformPart(
  cluster: Cluster,
  from: string,
  wanted: readonly KubernetesObject[],
): Promise<Part | undefined> {
  const folder = platformFolder(from);
  if (folder === undefined) return undefined;
  const objects = readObjects(folder.files);
  const lacking = [...(await lackingOf(cluster, objects)), ...(await unknownOf(cluster, wanted))];
  if (lacking.length === 0) return undefined;
  const [first] = lacking;
  const others = lacking.length === 1 ? '' : ` and ${lacking.length - 1} more`;
  return { folder, objects, reason: `the cluster lacks ${titleOf(first)}${others}: ${folder.shown} comes first` };
}
