import type { ResourceSet } from '../resource-set';
import { hasUnknown } from '../../text/unknown-value';
import type { ModelServerProgram } from './model-servers';
import type { Container } from './pods';
import { type VllmServer, vllmServers } from './vllm-servers';

/** The port that a program listens on; undefined where it cannot be known here, or where there are several. */
export function portOf(set: ResourceSet, engine: ModelServerProgram): number | undefined {
  if ((engine.args ?? []).some(({ text }) => SEVERAL_SERVERS.test(text))) return undefined;
  return engine.program === 'vllm' ? vllmNumber(set, engine, 'port') : simulatorPort(engine);
}

const SEVERAL_SERVERS = /^--(?:data-parallel|headless|uds|grpc)/;

/** A number by its name in vLLM, its default where it is not given; undefined where it cannot be known here. */
export function vllmNumber(set: ResourceSet, { container }: ModelServerProgram, name: string): number | undefined {
  const value: unknown = set.view(serversByContainer).get(container)?.arguments.value(name);
  return typeof value === 'number' ? value : undefined;
}

/** The model that a vLLM loads; undefined where it cannot be known here. */
export function modelOf(set: ResourceSet, { container }: ModelServerProgram): string | undefined {
  const model = set.view(serversByContainer).get(container)?.arguments.model;
  return model === undefined || hasUnknown(model) ? undefined : model;
}

function serversByContainer(set: ResourceSet): ReadonlyMap<Container, VllmServer> {
  return new Map(set.view(vllmServers).map((server) => [server.container, server]));
}

function simulatorPort({ args }: ModelServerProgram): number | undefined {
  if (args === undefined || args.some(({ text }) => hasUnknown(text) || /^--config(?:=|$)/.test(text)))
    return undefined;
  const at = args.findLastIndex(({ text }) => /^--port(?:=|$)/.test(text));
  if (at < 0) return 8000;
  const port = Number(args[at].text.split('=')[1] ?? args[at + 1]?.text);
  return Number.isInteger(port) ? port : undefined;
}
