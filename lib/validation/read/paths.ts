import type { Finding } from '../finding';
import { decode } from './bytes';
import { Fault } from './fault';
import { findFiles, readBytes, type UnreadableFile } from './files';
import { EMPTY, FILE, YAML } from './rules';
import { type Reading, readText } from './text';

/** Options of `readPaths`. */
export interface ReadOptions {
  /**
   * Whether to look into the folders of folders.
   * @default false
   */
  readonly recursive?: boolean;
  /** What came in by a pipe, which the path `-` stands for. */
  readonly stdin?: Buffer;
  /** Is told how much has been read, from 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

/** Reads files and folders as `kubectl apply -f` does. */
export function readPaths(paths: readonly string[], options: ReadOptions = {}): Reading {
  const { recursive = false, stdin = Buffer.alloc(0), onProgress } = options;
  const files = findFiles(
    paths.filter((path) => path !== '-'),
    recursive,
  );
  const found = paths.includes('-') ? [{ path: 'stdin', bytes: stdin.length, content: stdin }, ...files] : files;
  const sizes = found.map((file) => ('bytes' in file ? file.bytes : 0));
  const total = Math.max(
    1,
    sizes.reduce((sum, bytes) => sum + bytes, 0),
  );
  let before = 0;
  const readings = found.map((file, index) => {
    const content = 'content' in file ? file.content : 'problem' in file ? file : readBytes(file.path);
    const onRead = (share: number) => onProgress?.((before + share * sizes[index]) / total);
    const reading = 'problem' in content ? unreadable(content) : readFile(file.path, content, onRead);
    before += sizes[index];
    return reading;
  });
  return {
    inputs: readings.flatMap(({ inputs }) => inputs),
    findings: [...readings.flatMap(({ findings }) => findings), ...emptyFiles(found, readings)],
  };
}

function readFile(path: string, content: Buffer, onProgress: (share: number) => void): Reading {
  try {
    return readText(decode(content), path, onProgress);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const { line, message, remedy } = error;
    return problem({ code: YAML.code, file: path, line, message: `line ${line}: ${message}`, remedy });
  }
}

function unreadable({ path, problem: message, remedy }: UnreadableFile): Reading {
  return problem({ code: FILE.code, file: path, message, remedy });
}

/** A file without objects is nothing to speak of beside others, and everything where it is alone. */
function emptyFiles(found: readonly { readonly path: string }[], readings: readonly Reading[]): Finding[] {
  const severity = readings.some(({ inputs }) => inputs.length > 0) ? 'note' : 'error';
  const empty = found.filter((_, index) => readings[index].inputs.length + readings[index].findings.length === 0);
  return empty.map(({ path }) => ({
    code: EMPTY.code,
    severity,
    file: path,
    path: '',
    message: 'there is no object in it',
    remedy: 'correct the path, or see why nothing was written',
  }));
}

function problem(finding: Pick<Finding, 'code' | 'file' | 'line' | 'message' | 'remedy'>): Reading {
  return { inputs: [], findings: [{ severity: 'error', path: '', ...finding }] };
}
