import { imageReference, isFloatingTag } from '../../../text/image-reference';
import { show } from '../../../text/wording';
import { containersOf, podTemplates } from '../../facts/pods';
import type { ResourceSet } from '../../resource-set';
import type { Rule } from '../../rule';

export const IMAGE_REFERENCE: Rule = {
  code: 'LLMD-IMAGE-REFERENCE',
  severity: 'error',
  title: 'An image is a reference that container runtimes can read',
  why: 'The API server takes any text. The kubelet reads it as a reference, and the container waits with InvalidImageName.',
  *check(set) {
    for (const { image, container, ...place } of imagesOf(set)) {
      if (imageReference(image) !== undefined) continue;
      yield {
        ...place,
        message: `container ${container} has the image ${show(image)}, which is no reference`,
        remedy:
          'write a host without a scheme, a path in lower case, and a tag or a digest, for example `registry.example.com/team/vllm:v1`',
      };
    }
  },
};

export const IMAGE_FLOATING: Rule = {
  code: 'LLMD-IMAGE-FLOATING',
  severity: 'warning',
  title: 'An image has a version tag or a digest',
  why: 'With a tag that moves, two pods of one Deployment may run different programs, and validation may have checked flags of another version than the one that runs.',
  *check(set) {
    for (const { image, container, ...place } of imagesOf(set)) {
      const reference = imageReference(image);
      if (reference === undefined || reference.digest !== undefined) continue;
      const { tag } = reference;
      if (tag !== undefined && !isFloatingTag(tag)) continue;
      yield {
        ...place,
        message: `image ${image} of container ${container} has ${tag === undefined ? 'no tag, which is latest' : `the tag ${tag}, which moves`}`,
        remedy: 'name a version, for example `:v1.2.3`, or a digest',
      };
    }
  },
};

/** The images of all containers, and where they stand. */
function* imagesOf(set: ResourceSet) {
  for (const pod of set.view(podTemplates)) {
    for (const { container, path } of containersOf(pod)) {
      const image: unknown = container.image;
      if (typeof image !== 'string' || image === '') continue;
      yield { image, container: container.name as string, resource: pod.resource, path: [...path, 'image'] };
    }
  }
}
