import { Release } from './release';

/**
 * The release that is meant where several fit, since they share what is known: the default if it fits, else the newest.
 * Undefined if none fits.
 */
export function likelyRelease(fits: (release: Release) => boolean): Release | undefined {
  return [Release.DEFAULT, ...Release.all()].find(fits);
}
