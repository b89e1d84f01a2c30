import { type IDataPlane, LlmdStack, Platform } from '../lib';
import { App } from 'cdk8s';
import { AGENTGATEWAY_POD } from './support/known-pods';
import { podsOf } from './support/pods';
import { restrictedViolations } from './support/restricted';
import { DATA_PLANES, ENGINES, OPT } from './support/stacks';
import type { KubeObject } from './support/objects';
import { synth } from './support/synth';

function violations(objects: readonly KubeObject[]): { [pod: string]: string[] } {
  return Object.fromEntries(podsOf(objects).map(({ owner, spec }) => [owner, restrictedViolations(spec)]));
}

const COMBINATIONS = Object.keys(ENGINES).flatMap((engine) => Object.keys(DATA_PLANES).map((name) => [engine, name]));

/** Pods beside the ones of the model server and the picker. Proxies of Gateways are their controllers' known pods. */
const PROXIES: { readonly [dataPlane: string]: string[] } = {
  agentgateway: ['AgentgatewayParameters/opt-gateway'],
  'standalone Envoy as a sidecar': [],
  'standalone Envoy in a Deployment': ['Deployment/opt-gateway'],
  'Envoy Gateway': ['EnvoyProxy/opt-gateway'],
  'an existing Gateway': [],
};

describe('`restricted` admits every pod', () => {
  test.each(COMBINATIONS)('of %s behind %s', (engine, name) => {
    const dataPlane: IDataPlane = DATA_PLANES[name]();
    const objects = new LlmdStack(new App(), 'opt', { model: OPT, engine: ENGINES[engine], dataPlane }).toJson();
    const owners = ['Deployment/opt', 'Deployment/opt-epp', ...PROXIES[name]];
    expect(violations(objects)).toEqual(Object.fromEntries(owners.map((owner) => [owner, []])));
  });

  test('of the platform', () => {
    expect(violations(synth((chart) => new Platform(chart, 'platform')))).toEqual({ 'Deployment/agentgateway': [] });
  });
});

describe('the checker itself admits a restricted pod, and refuses', () => {
  const CONTAINER = {
    name: 'c',
    securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
  };
  const POD = {
    securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
    containers: [CONTAINER],
  };
  const withContainer = (fields: object) => ({ ...POD, containers: [{ ...CONTAINER, ...fields }] });
  const withContext = (fields: object) =>
    withContainer({ securityContext: { ...CONTAINER.securityContext, ...fields } });

  test('nothing of it', () => {
    expect(restrictedViolations(POD)).toEqual([]);
  });

  test.each<[string, object]>([
    ['hostNetwork', { ...POD, hostNetwork: true }],
    ['hostPID', { ...POD, hostPID: true }],
    ['hostIPC', { ...POD, hostIPC: true }],
    ['volume v: hostPath', { ...POD, volumes: [{ name: 'v', hostPath: { path: '/' } }] }],
    [
      'sysctl kernel.msgmax',
      { ...POD, securityContext: { ...POD.securityContext, sysctls: [{ name: 'kernel.msgmax' }] } },
    ],
    ['pod: runAsUser 0', { ...POD, securityContext: { ...POD.securityContext, runAsUser: 0 } }],
    ['c: seccompProfile', { ...POD, securityContext: { runAsNonRoot: true } }],
    ['c: runAsNonRoot is not true', { ...POD, securityContext: { seccompProfile: { type: 'RuntimeDefault' } } }],
    ['c: runAsNonRoot is not true', withContext({ runAsNonRoot: false })],
    ['c: runAsUser 0', withContext({ runAsUser: 0 })],
    ['c: privileged', withContext({ privileged: true })],
    ['c: allowPrivilegeEscalation is not false', withContext({ allowPrivilegeEscalation: undefined })],
    ['c: capabilities.drop lacks ALL', withContext({ capabilities: { drop: ['NET_RAW'] } })],
    ['c: capabilities.add', withContext({ capabilities: { drop: ['ALL'], add: ['SYS_NICE'] } })],
    ['c: seccompProfile', withContext({ seccompProfile: { type: 'Unconfined' } })],
    ['c: procMount', withContext({ procMount: 'Unmasked' })],
    ['c: seLinuxOptions.type', withContext({ seLinuxOptions: { type: 'spc_t' } })],
    ['c: appArmorProfile', withContext({ appArmorProfile: { type: 'Unconfined' } })],
    ['c: hostProcess', withContext({ windowsOptions: { hostProcess: true } })],
    ['c: hostPort', withContainer({ ports: [{ containerPort: 80, hostPort: 80 }] })],
    ['c: host of a probe or hook', withContainer({ livenessProbe: { httpGet: { host: 'example.com' } } })],
    [
      'init: privileged',
      {
        ...POD,
        initContainers: [
          { ...CONTAINER, name: 'init', securityContext: { ...CONTAINER.securityContext, privileged: true } },
        ],
      },
    ],
  ])('%s', (violation, pod) => {
    expect(restrictedViolations(pod)).toEqual([violation]);
  });

  test("the one capability that may be added, and agentgateway's sysctl", () => {
    expect(restrictedViolations(withContext({ capabilities: { drop: ['ALL'], add: ['NET_BIND_SERVICE'] } }))).toEqual(
      [],
    );
    const { sysctls } = AGENTGATEWAY_POD.securityContext;
    expect(restrictedViolations({ ...POD, securityContext: { ...POD.securityContext, sysctls } })).toEqual([]);
  });
});
