import type { IConstruct } from 'constructs';
import { refuse } from '../errors';
import { type ImageReference, imageReference, isFloatingTag, registryHost } from '../text/image-reference';
import { show } from '../text/wording';

/** Refuses an image reference without a fixed version, which could name another image tomorrow. */
export function checkedImage(where: IConstruct | string, image: string): string {
  const { tag, digest } = referenceOf(where, image);
  if (digest === undefined && (tag === undefined || isFloatingTag(tag))) {
    refuse(where, {
      code: 'LLMD-IMAGE-FLOATING',
      got: show(image),
      expected: 'an image with a version tag or a digest',
      remedy: 'name a version, for example `:v1.2.3`',
    });
  }
  return image;
}

/** Refuses a text that container runtimes cannot read as the reference of an image. `option` is where it was given. */
export function checkedReference(where: IConstruct | string, image: string, option?: string): string {
  referenceOf(where, image, option);
  return image;
}

function referenceOf(where: IConstruct | string, image: string, option = 'image'): ImageReference {
  const reference = typeof image === 'string' ? imageReference(image) : undefined;
  if (reference === undefined) {
    refuse(where, {
      code: 'LLMD-IMAGE-REFERENCE',
      got: `${option} ${show(image)}`,
      expected: 'an image such as registry.example.com/team/vllm:v1: a host, a path in lower case, a tag or a digest',
      remedy: 'write it as for `docker pull`, without a scheme',
    });
  }
  return reference;
}

/** Refuses what cannot stand before the path of an image. `option` is where it was given. */
export function checkedRegistry(where: IConstruct | string, option: string, registry: string): string {
  const host = registryHost(registry);
  // Runtimes take a first part without a dot and a port for an organization on Docker Hub.
  if (host === undefined || !(/[.:]/.test(host) || host === 'localhost')) {
    refuse(where, {
      code: 'LLMD-IMAGE-REGISTRY',
      got: `${option} ${show(registry)}`,
      expected: 'a host with a dot or a port and perhaps a path in lower case, for example mirror.example.com:5000/hub',
      remedy: 'leave out a scheme such as https://, a tag, and a slash at the end',
    });
  }
  return registry;
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
