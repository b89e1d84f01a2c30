import type { Identity } from '../kubernetes/labels';

/** The conventional name of the controller and of all its objects. */
export const AGENTGATEWAY = 'agentgateway';

/** The plural names of agentgateway's own kinds, at v1.4.1. */
export const AGENTGATEWAY_KINDS = [
  'agentgatewaybackends',
  'agentgatewaymodels',
  'agentgatewayparameters',
  'agentgatewaypolicies',
];

/** The conventional namespace of the controller. */
export const CONTROLLER_NAMESPACE = 'agentgateway-system';

/** What the controller's objects are. They outlive every stack, and so are no part of one. */
export const CONTROLLER: Identity = {
  app: AGENTGATEWAY,
  instance: AGENTGATEWAY,
  component: 'platform',
  partOf: 'llm-d-platform',
};
