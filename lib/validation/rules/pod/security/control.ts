import type { Severity } from '../../../../api-server/diagnostic';
import type { Path } from '../../../../text/path';
import type { ResourceSet } from '../../../resource-set';
import type { Rule, Violation } from '../../../rule';
import { podTemplates } from '../../../facts/pods';
import type { PodTemplate } from '../../../facts/pod-template';
import { enforcedLevel, type Level } from '../../../facts/pod-security-levels';

/** A control of the Pod Security Standards, as Kubernetes 1.35 checks it (module k8s.io/pod-security-admission). */
export interface Control {
  /** The end of its codes. */
  readonly name: string;
  readonly title: string;
  readonly why: string;
  readonly remedy: string;
  /** What a namespace of this level does not admit. */
  check(pod: PodTemplate, level: Level): Iterable<Breach>;
}

/** A place that breaks a control. */
export interface Breach {
  readonly path: Path;
  /** What is there, as a sentence without an end. */
  readonly got: string;
  readonly expected: string;
}

/** The two rules of a control: a warning where no standard is enforced, an error where a Namespace of the set does it. */
export function rulesOf(control: Control): Rule[] {
  const { name, title, why } = control;
  return [
    {
      code: `LLMD-SECURITY-${name}`,
      severity: 'warning',
      title: `${title} (Pod Security Standard \`restricted\`)`,
      why: `${why} A namespace that enforces \`restricted\` creates no such pod.`,
      check: (set) => breaches(control, set, 'warning'),
    },
    {
      code: `LLMD-SECURITY-${name}-ENFORCED`,
      severity: 'error',
      title: `${title}, where the namespace enforces it`,
      why: `${why} The API server refuses the pod; a workload stays without pods, which only its events show.`,
      check: (set) => breaches(control, set, 'error'),
    },
  ];
}

function* breaches(control: Control, set: ResourceSet, severity: Severity): Iterable<Violation> {
  for (const pod of set.view(podTemplates)) {
    const enforced = enforcedLevel(set, pod.namespace);
    if (enforced === 'privileged' || (enforced === undefined) !== (severity === 'warning')) continue;
    const level = enforced ?? 'restricted';
    const standard = enforced === undefined ? `\`${level}\`` : `\`${level}\`, which its namespace enforces,`;
    for (const { path, got, expected } of control.check(pod, level)) {
      const message = `${got}; ${standard} wants ${expected}`;
      yield { resource: pod.resource, path, message, remedy: control.remedy };
    }
  }
}
