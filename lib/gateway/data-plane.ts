import { Agentgateway, type AgentgatewayOptions } from './agentgateway';
import type { IDataPlane } from './data-plane-contract';
import { EnvoyGateway, type EnvoyGatewayOptions } from './envoy-gateway';
import { ExistingGateway, type ExistingGatewayOptions } from './existing-gateway';
import { StandaloneEnvoy, type StandaloneEnvoyOptions } from './standalone-envoy';

/** The data planes of this library. Any other is an implementation of `IDataPlane`. */
export class DataPlane {
  /** agentgateway, whose controller makes the proxy and knows InferencePools. The data plane of the six guides. */
  static agentgateway(options: AgentgatewayOptions = {}): IDataPlane {
    return new Agentgateway(options);
  }

  /** Envoy without a controller, in the endpoint picker's pod or in a Deployment of its own. */
  static standaloneEnvoy(options: StandaloneEnvoyOptions = {}): IDataPlane {
    return new StandaloneEnvoy(options);
  }

  /** Envoy Gateway without an AI gateway. It serves pools with one target port. */
  static envoyGateway(options: EnvoyGatewayOptions = {}): IDataPlane {
    return new EnvoyGateway(options);
  }

  /** A Gateway that exists already and whose controller knows InferencePools. */
  static existingGateway(options: ExistingGatewayOptions): IDataPlane {
    return new ExistingGateway(options);
  }
}
