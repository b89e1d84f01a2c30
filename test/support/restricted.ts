import { SECURITY_RULES } from '../../lib/validation/rules/pod/security';
import { places } from './diagnostics';
import { pod } from './manifests';

/**
 * The violations of the Pod Security Standard `restricted` by a pod, each as `CODE path`, as validation reports them.
 * In the e2e suites a real API server enforces the standard in the namespaces.
 */
export function restrictedViolations(spec: object): string[] {
  return places(SECURITY_RULES, [pod('pod', spec)]);
}
