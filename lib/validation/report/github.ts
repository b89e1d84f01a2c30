import type { Diagnostic, Severity } from '../../api-server/diagnostic';
import { placeOf } from './place';

const COMMANDS: { readonly [severity in Severity]: string } = { error: 'error', warning: 'warning', note: 'notice' };

/**
 * Writes diagnostics as workflow commands, which GitHub Actions shows as annotations of files. Source of the escapes:
 * github.com/actions/toolkit, packages/core/src/command.ts.
 */
export function reportGithub(diagnostics: readonly Diagnostic[]): string {
  return diagnostics.map((diagnostic) => `${command(diagnostic)}\n`).join('');
}

function command(diagnostic: Diagnostic): string {
  const { code, severity, file, line, message, remedy } = diagnostic;
  const properties = Object.entries({ file, line, title: code })
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  const text = [placeOf(diagnostic), `${message}\nFix: ${remedy}`].filter(Boolean).join(': ');
  return `::${COMMANDS[severity]} ${properties.join(',')}::${escapeData(text)}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
