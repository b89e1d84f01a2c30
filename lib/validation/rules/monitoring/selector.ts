import type { Rule } from '../../rule';
import { type Monitor, monitoredPods, monitoredServices, monitors } from '../../facts/monitors';

export const MONITOR_SELECTOR: Rule = {
  code: 'LLMD-MONITOR-SELECTOR',
  severity: 'error-when-closed',
  title: 'A monitor selects at least one Service or pod',
  why: 'Prometheus reports no error for a monitor that selects nothing: dashboards stay empty and alerts never fire. A ServiceMonitor selects by the labels of the Service, not by those of its pods.',
  *check(set) {
    for (const monitor of set.view(monitors)) {
      const { resource, select } = monitor;
      if (monitoredPods(set, monitor).length > 0 || monitoredServices(set, monitor).length > 0) continue;
      yield {
        resource,
        path: ['spec', 'selector'],
        message: `it selects none of the ${select} ${where(monitor)}`,
        remedy:
          select === 'services'
            ? 'select by labels that stand in the metadata of the Service, and name its namespace in namespaceSelector'
            : 'select by labels that stand in the metadata of the pod template, and name its namespace',
      };
    }
  },
};

function where({ namespaces }: Monitor): string {
  return namespaces === undefined ? 'of any namespace here' : `of namespace ${namespaces.join(' or ')} here`;
}
