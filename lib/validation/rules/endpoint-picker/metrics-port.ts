import { grouped } from '../../../text/grouped';
import { showResource } from '../../../api-server/resource';
import type { ResourceSet } from '../../resource-set';
import type { Rule } from '../../rule';
import { type PickerCommand, pickerCommands } from '../../facts/picker-commands';
import { podsMatching } from '../../facts/pods';
import { containerPort } from '../routing/service-ports';

export const EPP_METRICS_PORT: Rule = {
  code: 'LLMD-EPP-METRICS-PORT',
  severity: 'warning',
  title: 'The port of a Service that is named for metrics leads to the metrics of the endpoint picker',
  why: 'Monitors find the metrics by the name of that port. Elsewhere every scrape fails.',
  *check(set) {
    for (const resource of set.ofKind('', 'Service')) {
      const { ports = [], selector = {} } = resource.object.spec ?? {};
      for (const [index, port] of ports.entries()) {
        if (port.port === undefined || !/(?:^|-)metrics$/.test(port.name ?? '')) continue;
        for (const command of pickersBehind(set, resource.namespace!, selector)) {
          const [expected, number] = [command.number('metrics-port'), containerPort(command.picker.pod, port)];
          if (expected === undefined || number === undefined || number === expected) continue;
          yield {
            resource,
            path: ['spec', 'ports', index, port.targetPort === undefined ? 'port' : 'targetPort'],
            message: `port ${port.port} (${port.name}) leads to port ${number} of ${showResource(command.picker.pod.resource)}, whose metrics are on ${expected}`,
            remedy: `lead it to ${expected}, or set --metrics-port=${number}`,
          };
        }
      }
    }
  },
};

function pickersBehind(set: ResourceSet, namespace: string, selector: any): readonly PickerCommand[] {
  return podsMatching(set, namespace, selector).flatMap((pod) => set.view(commandsByPod).get(pod) ?? []);
}

function commandsByPod(set: ResourceSet) {
  return grouped(set.view(pickerCommands), ({ picker }) => picker.pod);
}
