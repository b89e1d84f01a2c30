import { Construct } from 'constructs';
import type { Release } from '../release/release';
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

/** What a cluster needs once, before any stack. Its four parts are constructs too, for who wants a file of each. */
export class Platform extends Construct {
  constructor(scope: Construct, id: string, props: PlatformProps = {}) {
    super(scope, id);
    const { agentgateway = true } = props;
    if (agentgateway) {
      new ControllerNamespace(this, 'namespace', props);
    }
    new CustomResourceDefinitions(this, 'crds', props);
    if (agentgateway) {
      new AgentgatewayAccess(this, 'access', props);
      new AgentgatewayController(this, 'controller', { namespace: props.namespace });
    }
  }
}
