import { Construct } from 'constructs';
import type { Release } from '../catalogue/endpoint-picker/release';
import { METADATA_CHECKS, type MetadataOptions, putMetadata } from '../kubernetes/metadata';
import { POD_OPTION_CHECKS, type PodOptions } from '../kubernetes/pod-options';
import { AgentgatewayAccess, namespaces } from './agentgateway-access';
import { AgentgatewayController } from './agentgateway-controller';
import { ControllerNamespace } from './controller-namespace';
import { CustomResourceDefinitions } from './crds';
import { type Checks, checkedOptions } from '../options/check';
import { anyText, boolean, optionsOf, release } from '../options/checks';

/** Properties of `Platform`. */
export interface PlatformProps extends MetadataOptions {
  /**
   * Release whose kinds are defined.
   * @default Release.LLM_D_ROUTER_V0_10_0
   */
  readonly release?: Release;
  /**
   * Whether agentgateway's controller is installed, and its kinds and those of Gateway API are defined.
   * @default true
   */
  readonly agentgateway?: boolean;
  /**
   * Namespace of agentgateway's controller. It is made.
   * @default agentgateway-system
   */
  readonly namespace?: string;
  /**
   * Options of the pods of agentgateway's controller.
   * @default - none
   */
  readonly controllerPods?: PodOptions;
  /**
   * The namespaces in which the controller may make proxies for Gateways, as in `AgentgatewayAccess`. They must exist.
   * @default - every namespace
   */
  readonly gatewayNamespaces?: string[];
}

const CHECKS: Checks<PlatformProps> = {
  ...METADATA_CHECKS,
  release,
  agentgateway: boolean,
  namespace: anyText,
  controllerPods: optionsOf(POD_OPTION_CHECKS),
  gatewayNamespaces: namespaces,
};

/** What a cluster needs once, before any stack. Its four parts are constructs of their own as well. */
export class Platform extends Construct {
  /** The controller, if it is installed. */
  readonly controller?: AgentgatewayController;

  constructor(scope: Construct, id: string, props: PlatformProps = {}) {
    super(scope, id);
    checkedOptions(this, props, CHECKS);
    putMetadata(this, props);
    const { release, namespace, agentgateway = true } = props;
    // In the order in which kubectl must apply them: the namespace first, the definitions before the controller.
    if (agentgateway) new ControllerNamespace(this, 'namespace', { namespace });
    new CustomResourceDefinitions(this, 'crds', { release, agentgateway });
    if (!agentgateway) return;
    const given = props.controllerPods?.serviceAccount;
    const { serviceAccount } = new AgentgatewayAccess(this, 'access', {
      namespace,
      serviceAccount: given,
      gatewayNamespaces: props.gatewayNamespaces,
    });
    this.controller = new AgentgatewayController(this, 'controller', {
      ...props.controllerPods,
      namespace,
      serviceAccount,
    });
  }
}
