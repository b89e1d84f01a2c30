import { listed } from '../../../../text/wording';
import { showResource } from '../../../../api-server/resource';
import type { Rule } from '../../../rule';
import { commandLine } from '../../../facts/command-line';
import { hasUnknown } from '../../../../text/unknown-value';
import { type Container, containersOf } from '../../../facts/pods';
import type { PodTemplate } from '../../../facts/pod-template';
import { pickerServices } from './picker-services';

export const PICKER_OTHER_PROGRAM: Rule = {
  code: 'LLMD-EPP-OTHER-PROGRAM',
  severity: 'error',
  title: 'The endpointPickerRef of an InferencePool leads to an endpoint picker',
  why: 'The Gateway speaks ext-proc with whatever answers there. Any other program breaks every request.',
  *check(set) {
    for (const { pool, reference, service, pods, pickers } of set.view(pickerServices)) {
      if (service === undefined || pods.length === 0 || pickers.length > 0 || !pods.every(isNone)) continue;
      const workloads = listed(pods.map(({ resource }) => showResource(resource)));
      yield {
        resource: pool,
        path: reference.path,
        message: `${showResource(service)} leads to ${workloads}, where no endpoint picker runs`,
        remedy: "name the Service of the pool's endpoint picker",
      };
    }
  },
};

/** Whether surely no container is an endpoint picker: that one needs flags, which stand in its command line. */
function isNone(pod: PodTemplate): boolean {
  return containersOf(pod)
    .filter(({ role }) => role !== 'init')
    .every(isOtherProgram);
}

function isOtherProgram(container: Container): boolean {
  const line = commandLine(container) ?? [];
  return line.length > 0 && line.every(({ text }) => !hasUnknown(text) && !/pool-name|endpoint-selector/.test(text));
}
