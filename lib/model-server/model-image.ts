import type { Size } from 'cdk8s';
import { checkedImage } from '../kubernetes/image';
import { Mount } from '../kubernetes/mount';
import { type Checks, checkedOptions } from '../options/check';
import { size, text } from '../options/checks';
import { folder, servedName } from './model-id';
import type { ModelSpec } from './model-spec';
import { inFolder, OFFLINE } from './model-volume';
import { afterLast, before } from '../text/parts';

/** Options of `Model.image`. */
export interface ImageModelOptions {
  /** Id under which the model is served unless other names are given, for example `facebook/opt-125m`. */
  readonly id: string;
  /**
   * Folder of the model in the image: the one with its config.json.
   * @default - the root of the image
   */
  readonly path?: string;
  /**
   * Size of the weights. The time that a pod may take to start follows from it.
   * @default - estimated from the id
   */
  readonly size?: Size;
}

const CHECKS: Checks<ImageModelOptions> = { id: servedName, path: folder, size };

/** A model in an image. */
export function modelInImage(reference: string, options: ImageModelOptions): ModelSpec {
  const { id, path, size: weights } = checkedOptions('Model.image', options, CHECKS);
  servedName('Model.image', 'id', id);
  const mount = imageMount('Model.image', reference);
  return { id, location: inFolder(mount.path, path), mounts: [mount], env: OFFLINE, ...(weights && { size: weights }) };
}

/** An image as a read-only volume, at a path that follows from its name. */
export function imageMount(where: string, reference: string): Mount {
  text(where, 'the reference', reference);
  checkedImage(where, reference);
  const name = before(afterLast(before(reference, '@'), '/'), ':');
  return Mount.custom(`/models/${name}`, { image: { reference, pullPolicy: 'IfNotPresent' } }, true);
}
