import { isSelection, type Reference } from '../../../references/reference';
import { references } from '../../../references/references';
import type { Resource } from '../../../../api-server/resource';
import type { ResourceSet } from '../../../resource-set';
import { isAdmitted } from './admission';
import { meets } from './hostnames';
import { takes } from './protocols';

/** What a Gateway asks of a route, in its order. */
export type Step = 'listener' | 'protocol' | 'namespace' | 'hostname';

/** A route and a parent of it that is in the set. */
export interface Attachment {
  readonly route: Resource;
  /** A Gateway or a ListenerSet. */
  readonly parent: Resource;
  readonly reference: Reference;
  /** The parentRef itself. */
  readonly ref: any;
  /** The step that no listener passes; undefined for a route that is attached. */
  readonly failed?: Step;
  /** The listeners that passed all steps before. */
  readonly listeners: readonly any[];
}

type Ask = (set: ResourceSet, listener: any, attachment: Pick<Attachment, 'route' | 'parent' | 'ref'>) => boolean;

const STEPS: readonly (readonly [Step, Ask])[] = [
  ['listener', (_set, listener, { ref }) => isMeant(listener, ref)],
  ['protocol', (_set, listener, { route }) => takes(listener, route)],
  ['namespace', (set, listener, { route, parent }) => isAdmitted(set, listener, route, parent)],
  ['hostname', (_set, listener, { route }) => meets(listener, route)],
];

/** Every route with each of its parents. Source: Gateway API v1.6.1, ParentReference and AllowedRoutes. */
export function attachments(set: ResourceSet): readonly Attachment[] {
  return set.view(references).flatMap((reference) => {
    const { from: route, relation, to, path } = reference;
    if (relation !== 'parentRef' || isSelection(to) || !route.kind.endsWith('Route')) return [];
    const parent = set.find(to);
    if (parent === undefined || !/^(?:Gateway|X?ListenerSet)$/.test(parent.kind)) return [];
    const ref = path.slice(0, -1).reduce<any>((value, step) => value[step], route.object);
    return { route, parent, reference, ref, ...firstFailure(set, { route, parent, ref }) };
  });
}

function firstFailure(
  set: ResourceSet,
  attachment: Pick<Attachment, 'route' | 'parent' | 'ref'>,
): Pick<Attachment, 'failed' | 'listeners'> {
  let listeners: readonly any[] = (attachment.parent.object.spec?.listeners ?? []).map(named);
  for (const [failed, ask] of STEPS) {
    const passing = listeners.filter((listener) => ask(set, listener, attachment));
    if (passing.length === 0) return { failed, listeners };
    listeners = passing;
  }
  return { listeners };
}

function isMeant(listener: any, { sectionName, port }: any): boolean {
  return (sectionName === undefined || sectionName === listener.name) && (port === undefined || port === listener.port);
}

/** A listener in messages: `http (HTTP, port 80)`. */
export function showListener({ name, protocol, port }: any): string {
  return `${name} (${protocol}, port ${port})`;
}

/** A listener without a name has its place for a name. */
function named(listener: any, index: number): any {
  return listener.name === undefined ? { ...listener, name: `listeners[${index}]` } : listener;
}
