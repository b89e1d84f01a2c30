import { knownRelease } from '../../catalogue/endpoint-picker/of-image';
import { Release } from '../../catalogue/endpoint-picker/release';
import type { ResourceSet } from '../resource-set';
import { words } from './command-line';
import { type Container, containersOf, podTemplates } from './pods';
import type { PodTemplate } from './pod-template';

/** A container that runs an endpoint picker (EPP). */
export interface EndpointPicker {
  readonly pod: PodTemplate;
  readonly container: Container;
  readonly release: Release;
}

/** Every endpoint picker of the set. */
export function endpointPickers(set: ResourceSet): readonly EndpointPicker[] {
  return set.view(podTemplates).flatMap((pod) =>
    containersOf(pod)
      .filter(isEndpointPicker)
      .map((container) => ({ pod, container, release: releaseOf(set, container) })),
  );
}

/** Recognised by its flags, since its image may come from a mirror under another name. */
function isEndpointPicker(container: Container): boolean {
  return (
    container.role !== 'init' &&
    (/(?:^|[/-])(?:epp|endpoint-picker)(?=$|[:@])/.test(container.container.image ?? '') ||
      words(container).some(({ text }) => /^--?(?:pool-name|endpoint-selector)(?:=|$)/.test(text)))
  );
}

function releaseOf(set: ResourceSet, { container }: Container): Release {
  return set.release === undefined ? releaseOfImage(container.image ?? '') : Release.of(set.release);
}

/** The release that an image carries by its name and tag, under any registry; the default where none says so. */
export function releaseOfImage(image: string): Release {
  return knownRelease(image) ?? Release.DEFAULT;
}
