import type { Diagnostic } from '../diagnostic';
import { decode } from '../../text/yaml/bytes';
import { ParseError } from '../../text/yaml/parse-error';
import { expandList } from '../list';
import { findFiles, readBytes, type UnreadableFile } from './files';
import { EMPTY, FILE, YAML } from './rules';
import { type Reading, readText } from './text';

/** Options of `readPaths`. */
export interface ReadOptions {
  /**
   * Whether to read the folders below a folder as well.
   * @default false
   */
  readonly recursive?: boolean;
  /** The content for the path `-`, the standard input. */
  readonly stdin?: Buffer;
  /** Called with the share that has been read, from 0 to 1. */
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
    const content = 'content' in file ? file.content : 'violation' in file ? file : readBytes(file.path);
    const onRead = (share: number) => onProgress?.((before + share * sizes[index]) / total);
    const reading = 'violation' in content ? unreadable(content) : readFile(file.path, content, onRead);
    before += sizes[index];
    return reading;
  });
  return {
    inputs: readings.flatMap(({ inputs }) => inputs),
    diagnostics: [...readings.flatMap(({ diagnostics }) => diagnostics), ...emptyFiles(found, readings)],
  };
}

function readFile(path: string, content: Buffer, onProgress: (share: number) => void): Reading {
  try {
    return readText(decode(content), path, onProgress);
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    const { line, message, remedy } = error;
    return violation({ code: YAML.code, file: path, line, message, remedy });
  }
}

function unreadable({ path, violation: message, remedy }: UnreadableFile): Reading {
  return violation({ code: FILE.code, file: path, message, remedy });
}

/** A diagnostic for each file without objects: a note beside files with objects, else an error. */
function emptyFiles(found: readonly { readonly path: string }[], readings: readonly Reading[]): Diagnostic[] {
  const severity = readings.every(isEmpty) ? 'error' : 'note';
  const empty = found.filter((_, index) => readings[index].diagnostics.length === 0 && isEmpty(readings[index]));
  return empty.map(({ path }) => ({
    code: EMPTY.code,
    severity,
    file: path,
    path: '',
    message: 'there is no object in it',
    remedy: 'correct the path, or see why the file is empty',
  }));
}

/** Whether there is no object: nothing at all, or lists without items, as `kubectl get -o yaml` prints them. */
function isEmpty({ inputs }: Reading): boolean {
  return inputs.every((input) => expandList(input).length === 0);
}

function violation(diagnostic: Pick<Diagnostic, 'code' | 'file' | 'line' | 'message' | 'remedy'>): Reading {
  return { inputs: [], diagnostics: [{ severity: 'error', path: '', ...diagnostic }] };
}
