import type { PickerClient } from '../../facts/picker-clients/client';
import { gatewayClients, policyClients } from '../../facts/picker-clients/gateways';
import { proxyClients } from '../../facts/picker-clients/proxy-configs';
import type { ResourceSet } from '../../resource-set';
import type { Rule, Violation } from '../../rule';
import type { EndpointPicker } from '../../facts/endpoint-pickers';
import { type PickerCommand, pickerCommands } from '../../facts/picker-commands';
import { grouped } from '../../../text/grouped';

export const EPP_TLS: Rule = {
  code: 'LLMD-EPP-TLS',
  severity: 'error',
  title: 'An endpoint picker and its proxies agree on TLS',
  why: 'It serves TLS unless --secure-serving=false, with a self-signed certificate unless --cert-path is given. A proxy that speaks plaintext to it, TLS to a plaintext picker, or that verifies a self-signed certificate, gets no answer, and all requests fail (kserve/kserve PR 5716).',
  *check(set) {
    for (const command of set.view(pickerCommands)) {
      const clients = set.view(clientsByPicker).get(command.picker) ?? [];
      const mismatches = clients.flatMap((client) => mismatch(command, client) ?? []);
      for (const { message, remedy } of new Map(mismatches.map((found) => [found.message, found])).values()) {
        const isSplit = clients.some(({ speaks }) => (speaks === 'plaintext') !== (clients[0].speaks === 'plaintext'));
        yield {
          ...command.at('secure-serving', 'cert-path'),
          message,
          remedy: isSplit ? 'let all proxies ask in the same way' : remedy,
        };
      }
    }
  },
};

function mismatch(
  command: PickerCommand,
  { speaks, name }: PickerClient,
): Pick<Violation, 'message' | 'remedy'> | undefined {
  const serves = command.isOn('secure-serving');
  const isPlain = speaks === 'plaintext';
  if (serves === undefined) return undefined;
  if (serves && isPlain) {
    const remedy = 'set --secure-serving=false, or let the proxy speak TLS';
    return { message: `${command.name} serves TLS, and ${name} speaks plaintext`, remedy };
  }
  if (!serves && !isPlain) {
    const remedy = 'set --secure-serving=true, or let the proxy speak plaintext';
    return { message: `${command.name} serves plaintext, and ${name} speaks TLS`, remedy };
  }
  if (speaks === 'verified' && command.text('cert-path') === '') {
    const remedy = 'mount a certificate that the proxy trusts, and name it by --cert-path';
    return { message: `${command.name} makes its certificate itself, and ${name} verifies it`, remedy };
  }
  return undefined;
}

function clientsByPicker(set: ResourceSet): ReadonlyMap<EndpointPicker, readonly PickerClient[]> {
  return grouped([...proxyClients(set), ...gatewayClients(set), ...policyClients(set)], ({ picker }) => picker);
}
