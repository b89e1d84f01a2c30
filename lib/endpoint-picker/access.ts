import type { ApiObject } from 'cdk8s';
import { type IServiceAccount, ServiceAccount } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { refuse } from '../errors';
import type { Release } from '../release/release';
import type { Metadata } from '../synth/objects';
import { clusterGrant, grant } from '../synth/rbac';

/** Properties of `EndpointPickerAccess`. */
export interface EndpointPickerAccessProps {
  readonly metadata: Metadata;
  readonly release: Release;
  readonly metricsAuth: boolean;
  readonly serviceAccount?: IServiceAccount;
}

const WATCH = ['get', 'list', 'watch'];

/** The identity of an endpoint picker and the least that it may do: watch its pool, its models and its pods. */
export class EndpointPickerAccess extends Construct {
  readonly serviceAccount: IServiceAccount;
  readonly role: ApiObject;
  readonly clusterRole?: ApiObject;

  constructor(scope: Construct, id: string, { metadata, release, ...props }: EndpointPickerAccessProps) {
    super(scope, id);
    this.serviceAccount = props.serviceAccount ?? new ServiceAccount(this, 'service-account', { metadata });
    this.refuseForeign(metadata.namespace);

    this.role = grant(this, metadata, this.serviceAccount, [
      { apiGroups: [''], resources: ['pods'], verbs: WATCH },
      { apiGroups: ['inference.networking.k8s.io'], resources: ['inferencepools'], verbs: WATCH },
      {
        apiGroups: release.watchedModelGroups,
        resources: ['inferenceobjectives', 'inferencemodelrewrites'],
        verbs: WATCH,
      },
    ]).role;
    if (props.metricsAuth) {
      this.clusterRole = this.metricsReview(metadata);
    }
  }

  /** The EPP asks the API server whether the caller of /metrics may read it; without this role every scrape fails. */
  private metricsReview({ name, namespace, labels }: Metadata): ApiObject {
    // A cluster-scoped name must tell the namespace, and ":" keeps "a" + "b-c" apart from "a-b" + "c".
    const unique = `llm-d:${namespace}:${name}`;
    return clusterGrant(this, { roleName: unique, bindingName: unique, labels }, this.serviceAccount, [
      { apiGroups: ['authentication.k8s.io'], resources: ['tokenreviews'], verbs: ['create'] },
      { apiGroups: ['authorization.k8s.io'], resources: ['subjectaccessreviews'], verbs: ['create'] },
    ]).role;
  }

  private refuseForeign(namespace: string): void {
    const given = this.serviceAccount.toSubjectConfiguration().namespace;
    if (given !== namespace) {
      refuse(this, {
        code: 'LLMD-SERVICE-ACCOUNT-NAMESPACE',
        got: `the ServiceAccount ${this.serviceAccount.name} of namespace ${given}`,
        expected: `one of namespace ${namespace}, where the pods run`,
        remedy: `pass ServiceAccount.fromServiceAccountName(scope, id, name, { namespaceName: '${namespace}' })`,
      });
    }
  }
}
