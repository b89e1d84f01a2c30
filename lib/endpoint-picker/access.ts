import { ApiObject } from 'cdk8s';
import {
  ApiResource,
  ClusterRole,
  ClusterRoleBinding,
  type IServiceAccount,
  NonApiResource,
  Role,
  RoleBinding,
  ServiceAccount,
} from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { refuse } from '../errors';
import type { Release } from '../release/release';
import { clusterScoped, type Metadata } from '../synth/objects';

/** Properties of `EndpointPickerAccess`. */
export interface EndpointPickerAccessProps {
  readonly metadata: Metadata;
  readonly release: Release;
  readonly metricsAuth: boolean;
  readonly serviceAccount?: IServiceAccount;
}

/** The identity of an endpoint picker and the least that it may do: watch its pool, its models and its pods. */
export class EndpointPickerAccess extends Construct {
  readonly serviceAccount: IServiceAccount;
  readonly role: Role;
  readonly clusterRole?: ClusterRole;

  constructor(scope: Construct, id: string, { metadata, release, ...props }: EndpointPickerAccessProps) {
    super(scope, id);
    this.serviceAccount = props.serviceAccount ?? new ServiceAccount(this, 'service-account', { metadata });
    this.refuseForeign(metadata.namespace);

    this.role = new Role(this, 'role', { metadata });
    this.role.allowRead(ApiResource.PODS, custom('inference.networking.k8s.io', 'inferencepools'));
    for (const group of release.watchedModelGroups) {
      this.role.allowRead(custom(group, 'inferenceobjectives'), custom(group, 'inferencemodelrewrites'));
    }
    new RoleBinding(this, 'binding', { metadata, role: this.role }).addSubjects(this.serviceAccount);

    if (props.metricsAuth) {
      this.clusterRole = this.metricsReview(metadata);
    }
  }

  /** The EPP asks the API server whether the caller of /metrics may read it; without this role every scrape fails. */
  private metricsReview({ name, namespace, labels }: Metadata): ClusterRole {
    // A cluster-scoped name must tell the namespace, and ":" keeps "a" + "b-c" apart from "a-b" + "c".
    const metadata = { name: `llm-d:${namespace}:${name}`, labels };
    const role = new ClusterRole(this, 'metrics-review', { metadata });
    role.allowCreate(
      custom('authentication.k8s.io', 'tokenreviews'),
      custom('authorization.k8s.io', 'subjectaccessreviews'),
    );
    role.allowGet(NonApiResource.of('/metrics'));
    const binding = new ClusterRoleBinding(this, 'metrics-review-binding', { metadata, role });
    binding.addSubjects(this.serviceAccount);
    [role, binding].forEach((object) => clusterScoped(ApiObject.of(object)));
    return role;
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

function custom(apiGroup: string, resourceType: string): ApiResource {
  return ApiResource.custom({ apiGroup, resourceType });
}
