import type { Place } from './place';
import type { Draft, Selection } from './reference';

/** Labels that controllers and schedulers give to pods: no template has them, so that selectors with them cannot be checked here. */
const CONTROLLER_LABEL = new RegExp(
  [
    '^(?:apps|statefulset|topology)\\.kubernetes\\.io/',
    '^(?:batch\\.kubernetes\\.io/)?(?:controller-uid|job-completion-index|job-name)$',
    '^(?:controller-revision-hash|pod-template-generation|pod-template-hash)$',
    '^gateway\\.(?:envoyproxy\\.io|networking\\.k8s\\.io)/',
    '^(?:jobset|leaderworkerset)\\.sigs\\.k8s\\.io/',
    '^ray\\.io/',
  ].join('|'),
);

function withoutControllerLabels(labels: { readonly [key: string]: string }): { [key: string]: string } {
  return Object.fromEntries(Object.entries(labels).filter(([key]) => !CONTROLLER_LABEL.test(key)));
}

/** The LabelSelector at a place, as far as it can be asked here; undefined where there is none, or none is left. */
export function labelSelector(place: Place): any {
  if (place.texts() === undefined) return undefined;
  const labels = place.at('matchLabels').texts() ?? {};
  const expressions = place.each('matchExpressions');
  const matchLabels = withoutControllerLabels(labels);
  const matchExpressions = expressions
    .filter((entry) => !CONTROLLER_LABEL.test(entry.text('key') ?? ''))
    .map(expression);
  const wasEmpty = Object.keys(labels).length + expressions.length === 0;
  const isEmpty = Object.keys(matchLabels).length + matchExpressions.length === 0;
  return isEmpty && !wasEmpty ? undefined : { matchLabels, matchExpressions };
}

function expression(place: Place) {
  return {
    key: place.text('key'),
    operator: place.text('operator'),
    values: place.each('values').map(({ value }) => value as unknown),
  };
}

/** The pods that a LabelSelector selects. None where there is no selector. */
export function podsBySelector(place: Place, namespace: string | undefined): Draft[] {
  return bySelector(place, { select: 'pods', namespaces: namespaces(namespace) });
}

/** The pods that have all the labels at a place. No labels select nothing, as in a Service. */
export function podsByLabels(place: Place, namespace: string | undefined): Draft[] {
  const matchLabels = withoutControllerLabels(place.texts() ?? {});
  if (Object.keys(matchLabels).length === 0) return [];
  const to: Selection = { select: 'pods', namespaces: namespaces(namespace), selector: { matchLabels } };
  return [{ path: place.path, relation: 'selector', to }];
}

/** What a LabelSelector selects. */
export function bySelector(place: Place, what: Omit<Selection, 'selector'>): Draft[] {
  const selector = labelSelector(place);
  return selector === undefined ? [] : [{ path: place.path, relation: 'selector', to: { ...what, selector } }];
}

function namespaces(namespace: string | undefined): readonly string[] {
  return namespace === undefined ? [] : [namespace];
}
