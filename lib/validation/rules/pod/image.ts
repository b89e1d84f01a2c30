import type { Rule } from '../../rule';
import { containersOf, podTemplates } from '../../facts/pods';

/** Tags that are made to be moved. */
const FLOATING = /^(?:latest|main|master|nightly|dev|edge)(?:-|$)/;

const yaml = (image: string) => `apiVersion: v1
kind: Pod
metadata:
  name: vllm
spec:
  containers:
    - name: vllm
      image: ${image}
`;

/** What runs tomorrow is what was reviewed today. */
export const IMAGE_FLOATING: Rule = {
  code: 'LLMD-IMAGE-FLOATING',
  severity: 'warning',
  title: 'An image has a version tag or a digest',
  why: 'A tag that moves gives two pods of one Deployment different programs, and the picker’s release or vLLM’s flags no longer fit what was checked here.',
  examples: {
    failing: yaml('vllm/vllm-openai-cpu:latest-arm64'),
    passing: yaml('vllm/vllm-openai-cpu:v0.32.0'),
  },
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
