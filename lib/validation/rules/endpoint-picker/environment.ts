import type { Rule } from '../../rule';
import { environmentOf } from '../../facts/environment';
import { environmentPath, type PickerCommand, pickerCommands } from '../../facts/picker-commands';

export const EPP_ENVIRONMENT: Rule = {
  code: 'LLMD-EPP-ENVIRONMENT',
  severity: 'error',
  title: 'An endpoint picker knows its namespace, and without a pool the name of its pod',
  why: 'Without --pool-namespace and the variable NAMESPACE it looks for its pool and its pods in `default`. With --endpoint-selector it ends without POD_NAME, or where that is not the name of a pod of a Deployment.',
  *check(set) {
    for (const command of set.view(pickerCommands)) {
      const { pod, container } = command.picker;
      const environment = environmentOf(container);
      if (command.text('pool-namespace') === '' && environment('NAMESPACE') === null && pod.namespace !== 'default') {
        yield {
          resource: pod.resource,
          path: environmentPath(command),
          message: `${command.name} has neither --pool-namespace nor NAMESPACE, so that it looks in namespace default, and not in ${pod.namespace}`,
          remedy: 'set NAMESPACE from the field metadata.namespace',
        };
      }
      const mistake = command.isSet('endpoint-selector') ? podNameMistake(command, environment('POD_NAME')) : undefined;
      if (mistake !== undefined) {
        yield { resource: pod.resource, path: environmentPath(command, 'POD_NAME'), ...mistake };
      }
    }
  },
};

/** Source: extractDeploymentName in cmd/epp/runner/runner.go. */
const DEPLOYMENT_POD = /^.+-[a-z0-9]+-[a-z0-9]+$/;

function podNameMistake({ picker: { pod } }: PickerCommand, name: string | undefined | null) {
  const remedy = 'run it in a Deployment, and set POD_NAME from the field metadata.name';
  if (name === null || name === '') return { message: '--endpoint-selector needs POD_NAME, which is not set', remedy };
  const known = name ?? (pod.resource.kind === 'Pod' ? pod.resource.name : undefined);
  if (known === undefined || DEPLOYMENT_POD.test(known)) return undefined;
  return { message: `POD_NAME is ${JSON.stringify(known)}, expected the name of a pod of a Deployment`, remedy };
}
