import type { ApiObject } from 'cdk8s';
import { type IServiceAccount, ServiceAccount } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { refuse } from '../errors';
import { checkedName } from '../names';
import { recommendedLabels } from '../kubernetes/labels';
import { METADATA_CHECKS, type MetadataOptions, objectMetadata, putMetadata } from '../kubernetes/metadata';
import { clusterGrant, grant } from '../kubernetes/rbac';
import { CHART_RIGHTS, CLUSTER_RIGHTS, CONTROLLER_RIGHTS, GATEWAY_RIGHTS } from './agentgateway-rights';
import { AGENTGATEWAY, CONTROLLER, CONTROLLER_NAMESPACE } from './identity';
import { serviceAccount } from '../kubernetes/option-checks';
import { type Check, type Checks, checkedOptions } from '../options/check';
import { anyText, listOf } from '../options/checks';

/** Properties of `AgentgatewayAccess`. */
export interface AgentgatewayAccessProps extends MetadataOptions {
  /**
   * Namespace of the controller.
   * @default agentgateway-system
   */
  readonly namespace?: string;
  /**
   * An existing ServiceAccount, which must be passed to the controller too.
   * @default - one is made
   */
  readonly serviceAccount?: IServiceAccount;
  /**
   * The namespaces in which the controller may make proxies for Gateways. They must exist when the RoleBindings are
   * applied. A Gateway elsewhere gets no proxy. The controller still reads the whole cluster, its Secrets included.
   * @default - every namespace, as in agentgateway's chart
   */
  readonly gatewayNamespaces?: string[];
}

/** A list of different namespaces, which is not empty. */
export const namespaces: Check = (where, path, value) => {
  listOf((at, item, name) => void checkedName(at, name as string, item))(where, path, value);
  const names = value as string[];
  if (names.length > 0 && new Set(names).size === names.length) return;
  refuse(where, {
    code: 'LLMD-PLATFORM-NAMESPACES',
    got: names.length === 0 ? `${path} without a namespace` : `${path} with a namespace twice`,
    expected: 'one or more different namespaces',
    remedy: `name each namespace with Gateways once, or leave out ${path} to allow all of them`,
  });
};

const CHECKS: Checks<AgentgatewayAccessProps> = {
  ...METADATA_CHECKS,
  namespace: anyText,
  serviceAccount,
  gatewayNamespaces: namespaces,
};

/** The ServiceAccount of agentgateway's controller, and its rights. */
export class AgentgatewayAccess extends Construct {
  /** ServiceAccount of the controller. */
  readonly serviceAccount: IServiceAccount;
  /** Rights of the controller in the whole cluster: with `gatewayNamespaces` it can change no workload there. */
  readonly clusterRole: ApiObject;

  constructor(scope: Construct, id: string, props: AgentgatewayAccessProps = {}) {
    super(scope, id);
    checkedOptions(this, props, CHECKS);
    putMetadata(this, props);
    const { gatewayNamespaces } = props;
    const namespace = checkedName(this, props.namespace ?? CONTROLLER_NAMESPACE, 'namespace');
    const labels = recommendedLabels(this, CONTROLLER);
    this.serviceAccount =
      props.serviceAccount ??
      new ServiceAccount(this, 'service-account', {
        metadata: objectMetadata(this, { name: AGENTGATEWAY, namespace, labels }),
        automountToken: false,
      });
    // The chart's names.
    const names = { roleName: `agentgateway-${namespace}`, bindingName: `agentgateway-role-${namespace}` };
    const rights = gatewayNamespaces === undefined ? CHART_RIGHTS : CLUSTER_RIGHTS;
    this.clusterRole = clusterGrant(this, { ...names, labels }, this.serviceAccount, rights).role;
    if (gatewayNamespaces === undefined) return;
    // The names that the chart's main branch has for such roles (commit 75b4e6c).
    const local = { name: `agentgateway-${namespace}-local`, namespace, labels };
    grant(new Construct(this, 'local'), local, this.serviceAccount, CONTROLLER_RIGHTS);
    for (const gateways of gatewayNamespaces) {
      const deployer = { name: `agentgateway-${namespace}-deployer`, namespace: gateways, labels };
      grant(new Construct(this, `deployer-${gateways}`), deployer, this.serviceAccount, GATEWAY_RIGHTS);
    }
  }
}
