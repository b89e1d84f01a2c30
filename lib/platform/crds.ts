import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { AGENTGATEWAY_GROUP, POOL_GROUP } from '../catalogue/api-groups';
import { Release } from '../catalogue/endpoint-picker/release';
import { METADATA_CHECKS, type MetadataOptions, putMetadata } from '../kubernetes/metadata';
import { clusterObject } from '../kubernetes/objects';
import { packageFolder } from '../package-folder';
import { AGENTGATEWAY_KINDS } from './identity';
import { type Checks, checkedOptions } from '../options/check';
import { boolean, release } from '../options/checks';

/** All kinds of Gateway API's standard channel: a controller waits for every kind that it watches. */
const GATEWAY_API_CRDS = [
  'backendtlspolicies',
  'gatewayclasses',
  'gateways',
  'grpcroutes',
  'httproutes',
  'listenersets',
  'referencegrants',
  'tlsroutes',
].map((plural) => `${plural}.gateway.networking.k8s.io`);

const AGENTGATEWAY_CRDS = AGENTGATEWAY_KINDS.map((plural) => `${plural}.${AGENTGATEWAY_GROUP}`);

/** Properties of `CustomResourceDefinitions`. */
export interface CustomResourceDefinitionsProps extends MetadataOptions {
  /**
   * Release whose rewrites and objectives are defined. A cluster should define them in one API group only: where it has
   * both, the endpoint picker ignores the older one.
   * @default Release.LLM_D_ROUTER_V0_10_0
   */
  readonly release?: Release;
  /**
   * Whether the kinds of Gateway API and of agentgateway are defined too.
   * @default true
   */
  readonly agentgateway?: boolean;
}

const CHECKS: Checks<CustomResourceDefinitionsProps> = { ...METADATA_CHECKS, release, agentgateway: boolean };

/** The definitions of the kinds that a stack needs, without descriptions, so that they fit into client-side apply. */
export class CustomResourceDefinitions extends Construct {
  /** The definitions by their names, `<plural>.<group>`. */
  readonly apiObjects: { readonly [name: string]: ApiObject };

  constructor(scope: Construct, id: string, props: CustomResourceDefinitionsProps = {}) {
    super(scope, id);
    checkedOptions(this, props, CHECKS);
    putMetadata(this, props);
    const { modelApiGroup } = props.release ?? Release.DEFAULT;
    const names = [
      `inferencepools.${POOL_GROUP}`,
      `inferencemodelrewrites.${modelApiGroup}`,
      `inferenceobjectives.${modelApiGroup}`,
      ...((props.agentgateway ?? true) ? [...GATEWAY_API_CRDS, ...AGENTGATEWAY_CRDS] : []),
    ];
    this.apiObjects = Object.fromEntries(names.map((name) => [name, this.definition(name)]));
  }

  private definition(name: string): ApiObject {
    const { metadata, spec } = load(name);
    return clusterObject(this, name, 'apiextensions.k8s.io/v1/CustomResourceDefinition', metadata, { spec });
  }
}

function load(name: string): { metadata: { name: string }; spec: unknown } {
  return JSON.parse(readFileSync(join(packageFolder(), 'imports', 'crds', `${name}.json`), 'utf8')) as ReturnType<
    typeof load
  >;
}
