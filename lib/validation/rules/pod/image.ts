import type { Rule } from '../../rule';
import { containersOf, podTemplates } from '../../facts/pods';

/** Tags that are made to be moved. */
const FLOATING = /^(?:latest|main|master|nightly|dev|edge)(?:-|$)/;

export const IMAGE_FLOATING: Rule = {
  code: 'LLMD-IMAGE-FLOATING',
  severity: 'warning',
  title: 'An image has a version tag or a digest',
  why: 'With a tag that moves, two pods of one Deployment may run different programs, and validation may have checked flags of another version than the one that runs.',
  *check(set) {
    for (const pod of set.view(podTemplates)) {
      for (const { container, path } of containersOf(pod)) {
        const image: string | undefined = container.image;
        if (!image || image.includes('@')) continue;
        const tag = /:([^/:]+)$/.exec(image)?.[1];
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
