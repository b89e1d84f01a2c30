import type { GuideObject, GuideResult } from '../exercises';
import { reportChecks } from './exercise-report';

/** `Deployment default/vllm applied, ready after 12 s`. */
export function objectLine({ title, action, readyMilliseconds }: GuideObject): string {
  const ready = readyMilliseconds === undefined ? '' : `, ready after ${(readyMilliseconds / 1000).toFixed(0)} s`;
  return `  ${title} ${action}${ready}`;
}

/** The result of a guide, as text. */
export function reportGuide({ name, ...result }: GuideResult, color: boolean): string {
  return reportChecks(`guide ${name}`, result, color);
}
