import type { RequestRecord } from '../results';
import { inOrder } from './time';

/** How many in a row are drawn as two, so that about `limit` of `count` are left; 1 where all are drawn. */
export function groupSize(count: number, limit: number): number {
  return count <= limit ? 1 : Math.ceil((2 * count) / limit);
}

/** Of each `size` requests in a row, in the order of time: the first and the slowest. */
export function thinned(requests: readonly RequestRecord[], size: number): readonly RequestRecord[] {
  if (size === 1) return requests;
  const inTime = inOrder(requests);
  const groups = Array.from({ length: Math.ceil(inTime.length / size) }, (_, index) =>
    inTime.slice(index * size, (index + 1) * size),
  );
  return groups.flatMap((group) => [...new Set([group[0], slowest(group)])]);
}

function slowest(requests: readonly RequestRecord[]): RequestRecord {
  return requests.reduce((most, request) => (request.milliseconds > most.milliseconds ? request : most));
}
