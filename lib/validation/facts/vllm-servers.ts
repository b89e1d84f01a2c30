import { versionInTag, vllmVersionOfImage } from '../../catalogue/engines/vllm-image';
import type { ResourceSet } from '../resource-set';
import type { Violation } from '../rule';
import { type ArgumentTable, argumentTable } from '../../engine-arguments/vllm/argument-table';
import { type ServeArguments, serveArguments } from '../../engine-arguments/vllm/serve-arguments';
import type { Word } from '../../text/command-line/word';
import { environmentOf } from './environment';
import { engines } from './engines';
import type { ModelServerProgram } from './model-servers';
import { mountedFile } from './mounted-files';

/** A container that runs vLLM, and what vLLM understands of its command line. */
export interface VllmServer extends ModelServerProgram {
  readonly args: readonly Word[];
  readonly arguments: ServeArguments;
  /** The table of the image's version; of the default version where that is not known. */
  readonly table: ArgumentTable;
  /** The version that the image's tag names, where it is none of those that this library knows. */
  readonly otherVersion?: string;
}

/** Every vLLM of the set whose command line can be read. */
export function vllmServers(set: ResourceSet): readonly VllmServer[] {
  return set.view(engines).flatMap((program) => {
    const { container, args, isSubcommand } = program;
    // `--omni` hands the command line over to another program.
    if (program.program !== 'vllm' || args === undefined || args.some(({ text }) => text === '--omni')) return [];
    const image: string = container.container.image ?? '';
    const version = vllmVersionOfImage(image);
    const serve = serveArguments({
      version,
      words: args.map(({ text }) => text),
      isSubcommand,
      environment: environmentOf(container),
      file: (path) => {
        const file = mountedFile(set, container, path);
        return file.state === 'found' ? file.text : file.state === 'missing' ? null : undefined;
      },
    });
    const otherVersion = version === undefined ? versionInTag(image) : undefined;
    return [{ ...program, args, arguments: serve, table: argumentTable(version), otherVersion }];
  });
}

/** A violation at one of the words of a command line. */
export function atWord({ container, args }: VllmServer, at: number): Pick<Violation, 'resource' | 'path'> {
  return { resource: container.pod.resource, path: args[at]?.path ?? container.path };
}
