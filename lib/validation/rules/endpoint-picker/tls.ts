import type { PickerClient } from '../../picker-clients/client';
import { gatewayClients, policyClients } from '../../picker-clients/gateways';
import { proxyClients } from '../../picker-clients/proxy-configs';
import type { ResourceSet } from '../../resource-set';
import type { Rule } from '../../rule';
import { type PickerCommand, pickerCommands } from '../../views/picker-commands';
import { grouped } from '../../grouped';
import { pickerDeployment } from './example';

const MOUNTED = { pod: 'volumes: [{ name: envoy, configMap: { name: envoy } }]' };
const BOOTSTRAP = `---
apiVersion: v1
kind: ConfigMap
metadata: { name: envoy, namespace: default }
data:
  envoy.yaml: |
    static_resources:
      listeners:
        - filter_chains:
            - filters:
                - typed_config:
                    http_filters:
                      - name: envoy.filters.http.ext_proc
                        typed_config: { grpc_service: { envoy_grpc: { cluster_name: picker } } }
      clusters:
        - name: picker
          load_assignment:
            endpoints:
              - lb_endpoints:
                  - endpoint: { address: { socket_address: { address: 127.0.0.1, port_value: 9002 } } }
`;

/** The picker and who asks it both speak TLS, or neither does. */
export const EPP_TLS: Rule = {
  code: 'LLMD-EPP-TLS',
  severity: 'error',
  title: 'An endpoint picker serves ext-proc in the way in which its proxies ask',
  why: 'It serves TLS unless --secure-serving=false, with a certificate of its own making unless --cert-path is given. A proxy that speaks plaintext to it, TLS to a plaintext picker, or that verifies a self-signed certificate, gets no answer, and all requests fail (kserve/kserve PR 5716).',
  examples: {
    failing: pickerDeployment('--pool-name=opt', MOUNTED) + BOOTSTRAP,
    passing: pickerDeployment('--pool-name=opt, --secure-serving=false', MOUNTED) + BOOTSTRAP,
  },
  *check(set) {
    for (const command of set.view(pickerCommands)) {
      const clients = set.view(clientsByContainer).get(command.picker.container.container) ?? [];
      const messages = new Set(clients.flatMap((client) => mismatch(command, client) ?? []));
      for (const message of messages) {
        yield { ...command.at('secure-serving', 'cert-path'), message, remedy: remedies(clients) };
      }
    }
  },
};

function mismatch(command: PickerCommand, { speaks, name }: PickerClient): string | undefined {
  const serves = command.isOn('secure-serving');
  if (serves === undefined) return undefined;
  if (serves && speaks === 'plaintext') return `${command.name} serves TLS, and ${name} speaks plaintext`;
  if (!serves && speaks !== 'plaintext') return `${command.name} serves plaintext, and ${name} speaks TLS`;
  if (serves && speaks === 'verified' && command.text('cert-path') === '') {
    return `${command.name} makes its certificate itself, and ${name} verifies it`;
  }
  return undefined;
}

function remedies(clients: readonly PickerClient[]): string {
  const ways = new Set(clients.map(({ speaks }) => speaks));
  if (ways.size > 1) return 'let all proxies ask in the same way';
  if (ways.has('plaintext')) return 'set --secure-serving=false, or let the proxy speak TLS';
  return ways.has('verified')
    ? 'mount a certificate that the proxy trusts, and name it by --cert-path'
    : 'set --secure-serving=true, or let the proxy speak plaintext';
}

function clientsByContainer(set: ResourceSet): ReadonlyMap<unknown, readonly PickerClient[]> {
  const clients = [...proxyClients(set), ...gatewayClients(set), ...policyClients(set)];
  return grouped(clients, ({ picker }) => picker.container.container as unknown);
}
