import { type Outcome, tryKubectl } from './kubectl';

/** Client-side `kubectl apply` of YAML or, as arguments, of files. It throws on errors and on warnings. */
export async function apply(yaml: string, ...options: string[]): Promise<string> {
  return withoutComplaint(['apply', ...options, '-f', '-'], yaml);
}

/** The same for files and folders. */
export function applyFiles(paths: readonly string[], ...options: string[]): Promise<string> {
  return withoutComplaint(['apply', ...options, ...paths.flatMap((path) => ['-f', path])]);
}

async function withoutComplaint(args: readonly string[], stdin?: string): Promise<string> {
  const outcome = await tryKubectl(args, stdin);
  const { code, stdout, stderr } = outcome;
  if (code !== 0 || stderr !== '') {
    throw new Error(
      `kubectl ${args.join(' ')} ended with ${code}; expected 0 and no warnings. Its output:\n${outputOf(outcome)}`,
    );
  }
  return stdout;
}

function outputOf({ stdout, stderr }: Outcome): string {
  return `${stderr}\n${stdout}`;
}

/** The lines of kubectl's answer that do not say "unchanged", less the ones that never do. */
export function changes(answer: string): string[] {
  const lines = answer.trim().split('\n');
  return lines.filter((line) => !line.endsWith(' unchanged') && !ALWAYS_CONFIGURED.some((known) => known.test(line)));
}

/**
 * kubectl says "configured" for these on every apply, although nothing changes; the resource versions show that.
 * PodDisruptionBudget: its type marks `selector` with patchStrategy=replace, and kubectl always sends such a field.
 */
const ALWAYS_CONFIGURED = [/^poddisruptionbudget\.policy\/\S+ configured$/];
