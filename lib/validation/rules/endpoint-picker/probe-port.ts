import { listed } from '../../../text/wording';
import type { Rule } from '../../rule';
import { type PickerCommand, pickerCommands } from '../../facts/picker-commands';
import { PORT_FLAGS } from './ports';
import { type PickerProbe, probesOf } from './probes';

export const EPP_PROBE_PORT: Rule = {
  code: 'LLMD-EPP-PROBE-PORT',
  severity: 'error',
  title: 'The probes of an endpoint picker ask its health port',
  why: 'It answers health checks by gRPC, without TLS, on --grpc-health-port. Elsewhere the probe never succeeds, and the pod is restarted or never ready.',
  *check(set) {
    for (const command of set.view(pickerCommands)) {
      for (const found of probesOf(command)) {
        const mistake = mistakeOf(command, found);
        if (mistake !== undefined) yield { resource: command.picker.pod.resource, path: found.path, ...mistake };
      }
    }
  },
};

function mistakeOf(command: PickerCommand, { field, type, port }: PickerProbe) {
  const health = command.number('grpc-health-port');
  const own = PORT_FLAGS.map((flag) => command.number(flag));
  if (health === undefined || port === undefined || own.includes(undefined)) return undefined;
  // --health-checking adds the same service to ext-proc, where the kubelet reaches it only without TLS.
  const answers = [
    health,
    ...(command.isOn('health-checking') !== false && command.isOn('secure-serving') !== true ? [own[0]] : []),
  ];
  if (type === 'grpc' && !answers.includes(port)) {
    const message = `${field} asks port ${port}, and ${command.name} answers health checks on ${health}`;
    return { message, remedy: `ask port ${health}, or set --grpc-health-port=${port}` };
  }
  if (type !== 'grpc' && !own.includes(port)) {
    const message = `${field} asks port ${port}, and ${command.name} listens on ${listed(own.map(String))}`;
    return { message, remedy: `ask port ${health} with grpc` };
  }
  return undefined;
}
