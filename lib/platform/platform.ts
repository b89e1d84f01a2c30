import { Construct } from 'constructs';
import type { Release } from '../catalogue/endpoint-picker/release';
import { AgentgatewayAccess } from './agentgateway-access';
import { AgentgatewayController } from './agentgateway-controller';
import { ControllerNamespace } from './controller-namespace';
import { CustomResourceDefinitions } from './crds';

/** Properties of `Platform`. */
export interface PlatformProps {
  /**
   * Release whose kinds are defined.
   * @default Release.LLM_D_ROUTER_V0_10_0
   */
  readonly release?: Release;
  /**
   * Install agentgateway's controller, and define its kinds and the ones of Gateway API.
   * @default true
   */
  readonly agentgateway?: boolean;
  /**
   * Namespace of agentgateway's controller, which is made.
   * @default agentgateway-system
   */
  readonly namespace?: string;
}

/** What a cluster needs once, before any stack. Its four parts are constructs too, for those who want a file of each. */
export class Platform extends Construct {
  /** The controller, if it is installed. */
  readonly controller?: AgentgatewayController;

  constructor(scope: Construct, id: string, props: PlatformProps = {}) {
    super(scope, id);
    const { release, namespace, agentgateway = true } = props;
    // In the order of application: the controller's namespace before the rest of it, its kinds before the controller.
    if (agentgateway) new ControllerNamespace(this, 'namespace', { namespace });
    new CustomResourceDefinitions(this, 'crds', { release, agentgateway });
    if (!agentgateway) return;
    const { serviceAccount } = new AgentgatewayAccess(this, 'access', { namespace });
    this.controller = new AgentgatewayController(this, 'controller', { namespace, serviceAccount });
  }
}
