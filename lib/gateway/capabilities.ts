import { RELEASE_IDS } from '../catalogue/endpoint-picker/release-id';
import type { GatewayProduct } from '../catalogue/gateways/product';
import type { DataPlaneCapabilities } from './data-plane-contract';

/** What a data plane can do, from the row of its product. What is not known is not refused. */
export function capabilitiesOf({
  ignoresFailOpen,
  releases = RELEASE_IDS,
  severalTargetPorts = true,
}: GatewayProduct): DataPlaneCapabilities {
  return { failOpen: ignoresFailOpen === undefined, releases: [...releases], severalPorts: severalTargetPorts };
}
