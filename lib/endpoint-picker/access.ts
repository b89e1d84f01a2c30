import type { ApiObject } from 'cdk8s';
import { type IServiceAccount, ServiceAccount } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { refuse } from '../errors';
import { POOL_GROUP } from '../catalogue/api-groups';
import type { Release } from '../catalogue/endpoint-picker/release';
import { type Metadata, METADATA, objectMetadata } from '../kubernetes/metadata';
import { clusterGrant, type Grant, grant, WATCH } from '../kubernetes/rbac';
import { serviceAccount } from '../kubernetes/option-checks';
import { type Checks, checkedOptions } from '../options/check';
import { boolean, release, required } from '../options/checks';

/** Properties of `EndpointPickerAccess`. */
export interface EndpointPickerAccessProps {
  /** Name, namespace and labels of its objects. */
  readonly metadata: Metadata;
  /** Decides which kinds the picker watches. */
  readonly release: Release;
  /** Whether the picker asks the API server whether a client may read its metrics. */
  readonly metricsAuth: boolean;
  /**
   * An existing ServiceAccount.
   * @default - one is made
   */
  readonly serviceAccount?: IServiceAccount;
}

const CHECKS: Checks<EndpointPickerAccessProps> = {
  metadata: required(METADATA),
  release: required(release),
  metricsAuth: required(boolean),
  serviceAccount,
};

/** The ServiceAccount of an endpoint picker and its rights: to watch its pool, rewrites, objectives and pods. */
export class EndpointPickerAccess extends Construct {
  /** The picker's ServiceAccount. */
  readonly serviceAccount: IServiceAccount;
  /** Rights in the pool's namespace. */
  readonly role: ApiObject;
  /** Binds the ServiceAccount to `role`. */
  readonly roleBinding: ApiObject;
  /** Rights in the whole cluster, with metrics auth only. */
  readonly clusterRole?: ApiObject;
  /** Binds the ServiceAccount to `clusterRole`. */
  readonly clusterRoleBinding?: ApiObject;

  constructor(scope: Construct, id: string, props: EndpointPickerAccessProps) {
    super(scope, id);
    const { metadata, release } = checkedOptions(this, props, CHECKS);
    this.serviceAccount =
      props.serviceAccount ??
      new ServiceAccount(this, 'service-account', {
        metadata: objectMetadata(this, metadata),
        automountToken: false,
      });
    this.refuseForeign(metadata.namespace);

    const own = grant(this, metadata, this.serviceAccount, [
      { apiGroups: [''], resources: ['pods'], verbs: WATCH },
      { apiGroups: [POOL_GROUP], resources: ['inferencepools'], verbs: WATCH },
      {
        apiGroups: release.watchedModelGroups,
        resources: ['inferenceobjectives', 'inferencemodelrewrites'],
        verbs: WATCH,
      },
    ]);
    this.role = own.role;
    this.roleBinding = own.binding;
    if (props.metricsAuth) {
      const review = this.metricsReview(metadata);
      this.clusterRole = review.role;
      this.clusterRoleBinding = review.binding;
    }
  }

  /** The picker asks the API server whether a client may read /metrics; without this role every scrape fails. */
  private metricsReview({ name, namespace, labels }: Metadata): Grant {
    // Names of cluster-scoped objects hold the namespace, and ":" keeps "a" + "b-c" apart from "a-b" + "c".
    const unique = `llm-d:${namespace}:${name}`;
    return clusterGrant(this, { roleName: unique, bindingName: unique, labels }, this.serviceAccount, [
      { apiGroups: ['authentication.k8s.io'], resources: ['tokenreviews'], verbs: ['create'] },
      { apiGroups: ['authorization.k8s.io'], resources: ['subjectaccessreviews'], verbs: ['create'] },
    ]);
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
