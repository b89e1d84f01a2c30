import { refuse } from '../../errors';
import type { Cluster } from '../cluster/cluster';
import { missingObjects, objectsOfUnknownKinds } from './apply';
import { type Folder, guideFolder, platformFolder, shippedFolder } from './folders';
import { type KubernetesObject, readObjects, titleOf } from './objects';
import { GUIDE_STEPS } from './steps';

/** What a guide will apply and do. */
export interface GuidePlan {
  readonly guide: number;
  /** The folders to apply: the platform first, if the cluster lacks some of it. */
  readonly parts: readonly GuidePart[];
  /** What the check of the guide does to the cluster beside sending requests. */
  readonly changes: readonly string[];
}

/** A folder to apply, with its objects. */
export interface GuidePart {
  readonly folder: Folder;
  readonly objects: readonly KubernetesObject[];
  /** The reason why it is applied; undefined for the folder of the guide itself. */
  readonly reason?: string;
}

/** The first guide that needs the platform. */
const FIRST_ON_PLATFORM = 2;

/**
 * Plans a guide from its folder and the state of the cluster. Changes nothing.
 *
 * @param from a folder with `guides/` and `platform/`; default: dist/ of this package
 */
export async function planGuide(cluster: Cluster, guide: number, from = shippedFolder()): Promise<GuidePlan> {
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
  const objects = readObjects(folder.files);
  const platform = guide < FIRST_ON_PLATFORM ? undefined : await platformPart(cluster, from, objects);
  const parts = [...(platform === undefined ? [] : [platform]), { folder, objects }];
  return { guide, parts, changes: step.changes };
}

/** The platform's folder, if the cluster lacks some of its objects or kinds. */
async function platformPart(
  cluster: Cluster,
  from: string,
  objectsOfGuide: readonly KubernetesObject[],
): Promise<GuidePart | undefined> {
  const folder = platformFolder(from);
  if (folder === undefined) return undefined;
  const objects = readObjects(folder.files);
  const lacking = [
    ...(await missingObjects(cluster, objects)),
    ...(await objectsOfUnknownKinds(cluster, objectsOfGuide)),
  ];
  if (lacking.length === 0) return undefined;
  const [first] = lacking;
  const others = lacking.length === 1 ? '' : ` and ${lacking.length - 1} more`;
  return { folder, objects, reason: `the cluster lacks ${titleOf(first)}${others}: ${folder.shown} comes first` };
}
