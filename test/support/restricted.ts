import { SECURITY_RULES } from '../../lib/validation/rules/pod/security';
import { places } from './diagnostics';
import { pod } from './manifests';

/**
 * What a pod breaks of the Pod Security Standard `restricted`, each as `CODE path`. The answer is that of validation;
 * the namespaces of the e2e suites enforce the standard by a real API server.
 */
export function restrictedViolations(spec: object): string[] {
  return places(SECURITY_RULES, [pod('pod', spec)]);
}
