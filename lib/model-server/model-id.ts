import { refuse } from '../errors';
import { text, textLike } from '../options/checks';
import type { Check } from '../options/check';
import { show } from '../text/wording';

/** Returns `id` if it can name a repository of the Hugging Face hub. */
export function checkedHubId(where: string, id: string): string {
  if (typeof id !== 'string' || !/^[\w.-]+(\/[\w.-]+)?$/.test(id)) {
    refuse(where, {
      code: 'LLMD-MODEL-ID',
      got: show(id),
      expected: 'the id of a model on the hub, such as facebook/opt-125m',
      remedy: "copy the id from the model's page, without the host",
    });
  }
  return id;
}

/** A name under which a model or an adapter is served: the engine would read one with a dash in front as a flag. */
export const servedName: Check = textLike(/^[^-]/, 'a name that does not begin with "-"');

/** Branch, tag or commit. */
export const revision: Check = textLike(
  /^[A-Za-z0-9_](?!.*\.\.)[\w./+-]*$/,
  'a branch, a tag or a commit: letters, digits, "_", ".", "/", "+" and "-"',
);

/** Whether a revision is the full hash of a commit, which names the same files forever. */
export function isCommit(value: string): boolean {
  return /^[0-9a-f]{40}$/.test(value);
}

/** An HTTP address, for example `https://hub.example.com`. */
export const httpUrl: Check = textLike(
  /^https?:\/\/[^\s/?#@]+(\/[^\s?#]*)?$/,
  'an address such as https://hub.example.com',
);

/** A folder inside of a volume, for example `facebook/opt-125m`. */
export const folder: Check = (where, path, value) => {
  text(where, path, value);
  const parts = (value as string).split('/');
  if (!parts.every((part) => /^[\w@+=,.-]+$/.test(part) && part !== '.' && part !== '..' && !part.startsWith('-'))) {
    refuse(where, {
      code: 'LLMD-MODEL-FOLDER',
      got: `${path} ${show(value)}`,
      expected: 'a folder inside of the volume, such as facebook/opt-125m',
      remedy: 'write the path from the root of the volume, without "/" at its ends, without "." and ".."',
    });
  }
};
