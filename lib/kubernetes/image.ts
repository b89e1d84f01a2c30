import type { IConstruct } from 'constructs';
import { refuse } from '../errors';
import { show } from '../text/wording';

/** Refuses an image reference without a fixed version, which could name another image tomorrow. */
export function checkedImage(where: IConstruct | string, image: string): string {
  const tag = /:([^/:@]+)(@|$)/.exec(image)?.[1];
  if (!image.includes('@sha256:') && (tag === undefined || /^(latest|main|nightly)(-|$)/.test(tag))) {
    refuse(where, {
      code: 'LLMD-IMAGE-FLOATING',
      got: show(image),
      expected: 'an image with a version tag or a digest',
      remedy: 'name a version, for example `:v1.2.3`',
    });
  }
  return image;
}

/** The same image at another registry: `docker.io/a/b:1` at `mirror.example/hub` is `mirror.example/hub/a/b:1`. */
export function mirroredImage(image: string, registry: string | undefined): string {
  if (registry === undefined) {
    return image;
  }
  const [first = '', ...rest] = image.split('/');
  const namesHost = rest.length > 0 && (/[.:]/.test(first) || first === 'localhost');
  return `${registry}/${namesHost ? rest.join('/') : image}`;
}
