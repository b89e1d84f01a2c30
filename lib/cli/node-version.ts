/** The least version of Node, as package.json says it. */
const LEAST = [20, 19];

/**
 * Why a version of Node is too old; empty if it is not. Old versions run this file themselves: it holds nothing that is
 * newer than they are.
 */
export function refusalOf(version: string): string {
  const parts = version.split('.').map(Number);
  const isEnough = parts[0] === LEAST[0] ? parts[1] >= LEAST[1] : parts[0] > LEAST[0];
  return isEnough
    ? ''
    : 'error: this is Node.js ' + version + ', and cdk8s-llm-d needs ' + LEAST.join('.') + ' or newer\n';
}
