import { dirname, join, relative } from 'node:path';
import { build as esbuild, type BuildResult, type Metafile, type Plugin, transform } from 'esbuild';
import { ROOT } from '../support/root';
import { entryPoints, MANIFEST } from './entries';

/*
 * Makes the JavaScript of the package: each module of lib/ exactly once, in the entry point that needs it or in a chunk
 * that several entry points share. Node loads a few files faster than hundreds, and a class that exists once is the same
 * class for all entry points. esbuild splits ECMAScript modules only, so that the chunks become CommonJS in a second
 * pass.
 */

/** A file to write; the path is absolute. */
export interface OutputFile {
  readonly path: string;
  readonly text: string;
}

export interface Bundle {
  readonly files: readonly OutputFile[];
  /** esbuild's metadata of inputs and outputs. Its paths are relative to the repository. */
  readonly metafile: Metafile;
}

const TARGET = { platform: 'node', target: 'node20', logLevel: 'warning' } as const;

/** Marks a module that is loaded by `require` when it is needed. The rest is its entry in `Entries`. */
const LAZY = 'lazy:';

/** Names of output files, relative to the repository and without `.js`, with the source of each. */
type Entries = Map<string, string>;

/** Bundles all that package.json's entry points need. Nothing is written. */
export async function bundle(): Promise<Bundle> {
  const entries: Entries = new Map(
    entryPoints('.js').map((file) => {
      const name = relative(ROOT, file).replace(/\.js$/, '');
      return [name, `${name.replace(/^build\//, './')}.ts`];
    }),
  );
  let result: BuildResult<{ metafile: true; write: false }>;
  // A module that is loaded lazily is an entry point too, and may load others lazily.
  for (let known = 0; known < entries.size;) {
    known = entries.size;
    result = await split(entries);
  }
  const { outputFiles, metafile } = result!;
  return { files: await Promise.all(outputFiles.map(({ path, text }) => toCommonJs(path, text))), metafile };
}

function split(entries: Entries) {
  return esbuild({
    ...TARGET,
    absWorkingDir: ROOT,
    entryPoints: Object.fromEntries(entries),
    outdir: ROOT,
    chunkNames: 'build/lib/chunks/[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    write: false,
    metafile: true,
    legalComments: 'none',
    plugins: [lazyModules(entries), DECLARED_PACKAGES],
  });
}

/** A module that lib/ loads by `require` inside a function is loaded when needed, and gets an output file of its own. */
function lazyModules(entries: Entries): Plugin {
  return {
    name: 'lazy-modules',
    setup(build) {
      build.onResolve({ filter: /^/ }, async ({ path, kind, importer, resolveDir }) => {
        if (kind !== 'require-call' || !importer.startsWith(join(ROOT, 'lib')) || isExternal(path)) return undefined;
        const found = await build.resolve(path, { kind: 'import-statement', importer, resolveDir });
        if (found.errors.length > 0) return { errors: found.errors };
        const isOwn = path.startsWith('.');
        const name = isOwn ? relative(ROOT, found.path).replace(/\.ts$/, '') : `lib/packages/${path.replace('/', '-')}`;
        entries.set(`build/${name}`, isOwn ? found.path : path);
        return { path: `${LAZY}build/${name}`, external: true };
      });
    },
  };
}

/** Users install what package.json declares. Everything else that lib/ imports becomes a part of the package. */
const DECLARED_PACKAGES: Plugin = {
  name: 'declared-packages',
  setup(build) {
    build.onResolve({ filter: /^[^./]/ }, ({ path, importer }) =>
      importer.startsWith(join(ROOT, 'lib')) && isExternal(path) ? { path, external: true } : undefined,
    );
  },
};

function isExternal(specifier: string): boolean {
  const name = specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
  return name.startsWith('node:') || name in MANIFEST.dependencies || name in MANIFEST.peerDependencies;
}

async function toCommonJs(path: string, text: string): Promise<OutputFile> {
  const source = text.replace(/\b__require\d*\("lazy:([^"]+)"\)/g, (_, name: string) => {
    const target = relative(dirname(path), join(ROOT, name)).replaceAll('\\', '/');
    return `require(${JSON.stringify(target.startsWith('.') ? `${target}.js` : `./${target}.js`)})`;
  });
  const { code } = await transform(source, {
    ...TARGET,
    // The first pass has already printed the warnings.
    logLevel: 'error',
    format: 'cjs',
    // Names are kept, for readable stack traces.
    minifySyntax: true,
    minifyWhitespace: true,
    lineLimit: 120,
    supported: { 'dynamic-import': false },
  });
  return { path, text: code };
}
