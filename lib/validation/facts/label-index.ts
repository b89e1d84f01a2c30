import { grouped } from '../../text/grouped';
import { type Labels, selects } from './label-selector';

/** What a label selector chooses from. */
export interface Labelled {
  readonly namespace: string;
  readonly labels: Labels;
}

/** Finds things by a label selector without looking at all of them. */
export class LabelIndex<Item extends Labelled> {
  private readonly byNamespace: ReadonlyMap<string, readonly Item[]>;
  private readonly byLabel: ReadonlyMap<string, readonly Bearer<Item>[]>;

  constructor(items: readonly Item[]) {
    const bearers = items.flatMap((item) => Object.entries(item.labels).map((label) => ({ item, label })));
    this.byNamespace = grouped(items, ({ namespace }) => namespace);
    this.byLabel = grouped(bearers, ({ item, label }) => labelKey(item.namespace, label));
  }

  /** What a LabelSelector selects in a namespace, in the order of the items. */
  select(namespace: string, selector: any): readonly Item[] {
    return this.candidates(namespace, selector).filter(({ labels }) => selects(selector, labels));
  }

  /** Anything of a namespace with this label. */
  anyWith(namespace: string, label: readonly [key: string, value: string]): Item | undefined {
    return this.byLabel.get(labelKey(namespace, label))?.[0].item;
  }

  /** The rarest of the labels decides how many must be looked at. */
  private candidates(namespace: string, selector: any): readonly Item[] {
    const wanted = Object.entries<string>(selector?.matchLabels ?? {});
    if (wanted.length === 0) return this.byNamespace.get(namespace) ?? [];
    return wanted
      .map((label) => this.byLabel.get(labelKey(namespace, label)) ?? [])
      .reduce((rarest, bearers) => (bearers.length < rarest.length ? bearers : rarest))
      .map(({ item }) => item);
  }
}

/** A thing with one of its labels. */
interface Bearer<Item> {
  readonly item: Item;
  readonly label: readonly [key: string, value: string];
}

function labelKey(namespace: string, [key, value]: readonly [string, string]): string {
  return `${namespace} ${key}=${value}`;
}
