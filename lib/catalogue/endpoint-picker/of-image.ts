import { Release } from './release';
import { afterLast, before } from '../../text/parts';

/** The release that an image carries by its name and tag, under any registry; undefined for any other image. */
export function knownRelease(image: string): Release | undefined {
  const last = lastPart(image);
  return Release.all().find((release) => lastPart(release.endpointPickerImage) === last);
}

function lastPart(image: string): string {
  return before(afterLast(image, '/'), '@');
}
