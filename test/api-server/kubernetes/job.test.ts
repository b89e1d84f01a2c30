import { testCases } from './change';

describe('Job, a failure policy', () => {
  testCases({ code: 'LLMD-JOB', kind: 'Job', below: 'spec.podFailurePolicy.rules[0].' }, [
    [{ 'onExitCodes.values': [42, 1] }, 'onExitCodes.values: they are not in ascending order, or one is repeated'],
    [{ 'onExitCodes.values': [0, 1] }, 'onExitCodes.values: 0 is among them, which is not a failure'],
    [{ 'onExitCodes.values': [] }, 'onExitCodes.values: values is empty'],
    [{ 'onExitCodes.values': [1, 1] }, 'onExitCodes.values: they are not in ascending order, or one is repeated'],
    [{ 'onExitCodes.operator': 'Is' }, 'onExitCodes.operator: "Is" is not In or NotIn'],
    [
      { 'onExitCodes.containerName': 'other' },
      'onExitCodes.containerName: "other" is not a valid container of the Job',
    ],
    [
      { onPodConditions: [{ type: 'A', status: 'True' }] },
      'spec.podFailurePolicy.rules[0]: a rule has exactly one of onExitCodes and onPodConditions',
    ],
    [{ action: 'Panic' }, 'action: "Panic" is not Count, FailIndex, FailJob or Ignore'],
  ]);
});

describe('Job', () => {
  testCases({ code: 'LLMD-JOB', kind: 'Job', below: 'spec.' }, [
    [
      { 'template.spec.restartPolicy': 'Always' },
      'template.spec.restartPolicy: the pods of a Job must end, and Always (the default) restarts them',
    ],
    [
      { 'template.spec.restartPolicy': undefined },
      'template.spec.restartPolicy: the pods of a Job must end, and Always (the default) restarts them',
    ],
    [
      { 'template.spec.restartPolicy': 'OnFailure' },
      'template.spec.restartPolicy: podFailurePolicy needs pods that are not restarted',
    ],
    [{ completions: undefined }, 'completions: completions is missing'],
    [
      { completionMode: 'NonIndexed' },
      'backoffLimitPerIndex: backoffLimitPerIndex needs completionMode Indexed',
      'maxFailedIndexes: maxFailedIndexes needs completionMode Indexed',
    ],
    [
      { completionMode: 'Any' },
      'completionMode: "Any" is not NonIndexed or Indexed',
      'backoffLimitPerIndex: backoffLimitPerIndex needs completionMode Indexed',
      'maxFailedIndexes: maxFailedIndexes needs completionMode Indexed',
    ],
    [{ parallelism: -1 }, 'parallelism: -1 is less than 0'],
    [{ parallelism: 100001 }, 'parallelism: it is more than 100000'],
    [{ maxFailedIndexes: 5 }, 'maxFailedIndexes: it is more than completions'],
    [
      { backoffLimitPerIndex: undefined },
      'backoffLimitPerIndex: backoffLimitPerIndex is missing',
      'podFailurePolicy.rules[0].action: FailIndex needs backoffLimitPerIndex',
    ],
    [{ managedBy: 'me' }, 'managedBy: "me" is not a valid path after a domain, such as example.com/controller'],
    [{ managedBy: 'example.com/me' }],
    [
      { 'podFailurePolicy.rules[0]': { action: 'Count' } },
      'podFailurePolicy.rules[0]: a rule has exactly one of onExitCodes and onPodConditions',
    ],
    [
      { 'podFailurePolicy.rules[1].onPodConditions[0].status': 'Maybe' },
      'podFailurePolicy.rules[1].onPodConditions[0].status: "Maybe" is not False, True or Unknown',
    ],
    [
      { 'podFailurePolicy.rules[1].onPodConditions[0].type': 'a b' },
      'podFailurePolicy.rules[1].onPodConditions[0].type: "a b" is not a valid label key: up to 63 letters, digits, "-", "_" and ".", optionally after a DNS name and "/"',
    ],
    [{ podReplacementPolicy: 'Never' }, 'podReplacementPolicy: "Never" is not Failed'],
    [{ podReplacementPolicy: 'TerminatingOrFailed' }, 'podReplacementPolicy: "TerminatingOrFailed" is not Failed'],
    [{ podReplacementPolicy: 'Failed' }],
    [{ successPolicy: {} }, 'successPolicy.rules: rules is missing'],
    [{ successPolicy: { rules: [{ succeededCount: 1 }] } }],
    [{ selector: { matchLabels: { app: 'vllm' } } }, 'selector: the API server writes the selector of a Job'],
    [{ selector: { matchLabels: { app: 'vllm' } }, manualSelector: true }],
    [
      { selector: { matchLabels: { app: 'x' } }, manualSelector: true },
      'template.metadata.labels: the labels of the template do not match the selector: app: x',
    ],
    [{ manualSelector: true }, 'selector: selector is missing'],
    [
      { template: undefined },
      'LLMD-POD-SPEC template.spec.containers: containers is missing',
      'template: template is missing',
      'podFailurePolicy.rules[0].onExitCodes.containerName: "vllm" is not a valid container of the Job',
      'template.spec.restartPolicy: the pods of a Job must end, and Always (the default) restarts them',
    ],
  ]);
});

describe('name of a Job', () => {
  testCases({ code: 'LLMD-JOB', kind: 'Job' }, [
    [
      { 'metadata.name': 'a'.repeat(62) },
      'metadata.name: "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa-3" is not a valid host name for a pod',
    ],
    [{ 'metadata.name': 'a'.repeat(61) }],
  ]);
});
