import type { Identity } from '../kubernetes/labels';

/** The chart's name of the controller and of all its objects. */
export const AGENTGATEWAY = 'agentgateway';

/** The plural names of agentgateway's own kinds, at v1.4.1. */
export const AGENTGATEWAY_KINDS = [
  'agentgatewaybackends',
  'agentgatewaymodels',
  'agentgatewayparameters',
  'agentgatewaypolicies',
];

/** The chart's namespace of the controller. */
export const CONTROLLER_NAMESPACE = 'agentgateway-system';

/** Labels of the controller's objects. They are not part of a stack, since stacks share them. */
export const CONTROLLER: Identity = {
  app: AGENTGATEWAY,
  instance: AGENTGATEWAY,
  component: 'platform',
  partOf: 'llm-d-platform',
};
