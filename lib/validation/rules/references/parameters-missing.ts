import { missing } from '../../references/dangling';

export const PARAMETERS_MISSING = missing({
  code: 'LLMD-PARAMETERS-MISSING',
  title: 'The parameters of a Gateway or GatewayClass exist',
  why: 'The controller does not accept the Gateway (InvalidParameters), and makes no proxy.',
  remedy: "name parameters of the Gateway's namespace, or add them",
});
