import { checkedLabels } from '../names';
import { having } from '../options/checks';

/**
 * Of which namespaces a Gateway admits routes. A route that is admitted takes requests: an HTTPRoute for `/v1/completions`
 * in any of them takes these from the pool's own route, which matches every path.
 */
export class AllowedRoutes {
  /** Of the Gateway's own namespace. */
  static sameNamespace(): AllowedRoutes {
    return new AllowedRoutes({ from: 'Same' });
  }

  /** Of namespaces with these labels, for example `{ 'kubernetes.io/metadata.name': 'team-a' }`. */
  static namespaces(labels: { [key: string]: string }): AllowedRoutes {
    return new AllowedRoutes({
      from: 'Selector',
      selector: { matchLabels: checkedLabels('AllowedRoutes.namespaces', labels) },
    });
  }

  /** Of every namespace of the cluster. */
  static allNamespaces(): AllowedRoutes {
    return new AllowedRoutes({ from: 'All' });
  }

  private constructor(private readonly spec: RouteNamespaces) {}

  /** @internal */
  _namespaces(): RouteNamespaces {
    return this.spec;
  }
}

interface RouteNamespaces {
  readonly from: 'All' | 'Same' | 'Selector';
  readonly selector?: { readonly matchLabels: { readonly [label: string]: string } };
}

/** A check of `AllowedRoutes`. */
export const allowedRoutes = having('AllowedRoutes, for example AllowedRoutes.sameNamespace()', '_namespaces');
