import type { Rule } from '../../rule';
import { pickerCommands } from '../../facts/picker-commands';

export const EPP_REPLICAS: Rule = {
  code: 'LLMD-EPP-REPLICAS',
  severity: 'warning',
  title: 'Several replicas of an endpoint picker elect a leader',
  why: 'Each keeps its own view of prefixes and of requests under way; without a leader all of them answer, and each sees a part of the requests (llm-d/llm-d-router#1290).',
  *check(set) {
    for (const command of set.view(pickerCommands)) {
      const { resource, replicas } = command.picker.pod;
      if (replicas <= 1 || command.isOn('ha-enable-leader-election') !== false) continue;
      yield {
        resource,
        path: ['spec', 'replicas'],
        message: `there are ${replicas} endpoint pickers and no leader`,
        remedy: 'add --ha-enable-leader-election with its Role for leases, or run one replica',
      };
    }
  },
};
