import type { Rule } from '../../rule';
import { pickerCommands } from '../../facts/picker-commands';
import { probesOf } from './probes';

/** Source: pkg/epp/server or cmd/epp/runner/health.go of every release. */
const SERVICES = ['liveness', 'readiness', '', 'envoy.service.ext_proc.v3.ExternalProcessor'];

export const EPP_PROBE_SERVICE: Rule = {
  code: 'LLMD-EPP-PROBE-SERVICE',
  severity: 'error',
  title: 'With leader election, the probes of an endpoint picker ask for liveness and readiness',
  why: 'With leader election the picker knows `liveness`, `readiness`, the empty name and that of ext-proc; any other is SERVICE_UNKNOWN, and the probe fails (llm-d/llm-d-router PR 2900). All but `liveness` fail on the replicas that do not lead, which would be restarted for ever.',
  *check(set) {
    for (const command of set.view(pickerCommands)) {
      if (command.isOn('ha-enable-leader-election') !== true) continue;
      const { resource, replicas } = command.picker.pod;
      for (const { field, type, service, path } of probesOf(command)) {
        if (type !== 'grpc') continue;
        const isUnknown = !SERVICES.includes(service);
        const restarts = field !== 'readinessProbe' && service !== 'liveness' && replicas > 1;
        if (!isUnknown && !restarts) continue;
        yield {
          resource,
          path: [...path, 'service'],
          message: isUnknown
            ? `${field} asks for ${JSON.stringify(service)}, which a picker with leader election does not know`
            : `${field} asks for ${JSON.stringify(service)}, which fails on the replicas that do not lead`,
          remedy: `ask for ${field === 'readinessProbe' ? 'readiness' : 'liveness'}`,
        };
      }
    }
  },
};
