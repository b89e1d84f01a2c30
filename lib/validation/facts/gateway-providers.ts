import type { Resource } from '../../api-server/resource';
import { GATEWAYS } from '../../catalogue/gateways/gateways';
import { GATEWAY_IDS, type GatewayId, type GatewayNames } from '../../catalogue/gateways/product';
import type { ResourceSet } from '../resource-set';

const GATEWAY_API = 'gateway.networking.k8s.io';

/** The product behind a Gateway: its class says so, else its parameters, else the name of the class. */
export function providerOf(set: ResourceSet, { object }: Resource): GatewayId | undefined {
  const name: string = object.spec?.gatewayClassName ?? '';
  const gatewayClass = set.find({ group: GATEWAY_API, kind: 'GatewayClass', name });
  const controller: string | undefined = gatewayClass?.object.spec?.controllerName;
  if (controller !== undefined) return find(({ controllerName }) => controllerName.test(controller));
  const parameters: string = object.spec?.infrastructure?.parametersRef?.group ?? '';
  return (
    find(({ parametersGroup }) => parametersGroup === parameters) ??
    find(({ className, classNames }) => classNames?.test(name) ?? className === name)
  );
}

function find(isMatch: (names: GatewayNames) => boolean): GatewayId | undefined {
  return GATEWAY_IDS.find((id) => {
    const names = GATEWAYS[id].gateway;
    return names !== undefined && isMatch(names);
  });
}
