import { imageReference } from '../../../text/image-reference';
import type { Rule } from '../../rule';
import { show } from '../../../text/wording';
import { containersOf, podTemplates } from '../../facts/pods';

/** Tags that are made to be moved. */
const FLOATING = /^(?:latest|main|master|nightly|dev|edge)(?:-|$)/;

export const IMAGE_REFERENCE: Rule = {
  code: 'LLMD-IMAGE-REFERENCE',
  severity: 'error',
  title: 'An image is a reference that container runtimes can read',
  why: 'The API server takes any text. The kubelet reads it as a reference, and the container waits with InvalidImageName.',
  *check(set) {
    for (const pod of set.view(podTemplates)) {
      for (const { container, path } of containersOf(pod)) {
        const image: unknown = container.image;
        if (typeof image !== 'string' || image === '' || imageReference(image) !== undefined) continue;
        yield {
          resource: pod.resource,
          path: [...path, 'image'],
          message: `container ${container.name} has the image ${show(image)}, which is no reference`,
          remedy:
            'write a host without a scheme, a path in lower case, and a tag or a digest, for example `registry.example.com/team/vllm:v1`',
        };
      }
    }
  },
};

export const IMAGE_FLOATING: Rule = {
  code: 'LLMD-IMAGE-FLOATING',
  severity: 'warning',
  title: 'An image has a version tag or a digest',
  why: 'With a tag that moves, two pods of one Deployment may run different programs, and validation may have checked flags of another version than the one that runs.',
  *check(set) {
    for (const pod of set.view(podTemplates)) {
      for (const { container, path } of containersOf(pod)) {
        const image: string | undefined = container.image;
        const reference = image === undefined ? undefined : imageReference(image);
        if (reference === undefined || reference.digest !== undefined) continue;
        const { tag } = reference;
        if (tag !== undefined && !FLOATING.test(tag)) continue;
        yield {
          resource: pod.resource,
          path: [...path, 'image'],
          message: `image ${image} of container ${container.name} has ${tag === undefined ? 'no tag, which is latest' : `the tag ${tag}, which moves`}`,
          remedy: 'name a version, for example `:v1.2.3`, or a digest',
        };
      }
    }
  },
};
