import { applyFiles, changes } from '../support/apply';
import { getList, kubectl, type Stored } from '../support/kubectl';
import { COMPLETE, GUIDES, nameOf, objectsIn, PLATFORM, type Sent } from './committed';

/** The platform, as the README installs it. */
export function thePlatform(): void {
  test(`kubectl apply -f ${PLATFORM}: no error, no warning`, async () => {
    await applyFiles([PLATFORM]);
    await kubectl(['wait', '--for=condition=Established', 'crd', '--all', '--timeout=60s']);
  });
  changesNothing(PLATFORM);
  test('a server-side dry run of every file of dist/: no error, no warning', async () => {
    await applyFiles([PLATFORM, COMPLETE, ...GUIDES], '--dry-run=server');
  });
}

/** A second apply: kubectl has nothing to send, and no object gets another resource version. */
export function changesNothing(folder: string): void {
  test(`kubectl apply -f ${folder} again changes nothing`, async () => {
    const specified = async () => (await getList('-f', folder)).map(specification);
    const before = await specified();
    expect(changes(await applyFiles([folder]))).toEqual([]);
    expect(await specified()).toEqual(before);
  });
}

/** kubectl diff compares what is stored with what a dry run of the server would make of the files. */
export function nothingDiffers(...folders: string[]): void {
  test(`kubectl diff of ${folders.join(' and ')} is empty`, async () => {
    expect(await kubectl(['diff', ...folders.flatMap((folder) => ['-f', folder])])).toBe('');
  });
}

/** Every field that is sent is stored with its value: none is pruned, none is changed. Defaults may come on top. */
export function storedAsSent(folder: string, kinds: string, isMeant: (object: Sent) => boolean): void {
  const sent = objectsIn(folder).filter(isMeant);
  test(`${kinds} of ${folder} are stored as they were sent`, async () => {
    expect(sent).not.toEqual([]);
    const stored = await getList('-f', folder);
    for (const object of sent) {
      expect(stored.find((other) => nameOf(other) === nameOf(object))).toMatchObject(object);
    }
  });
}

/** The fields that users set, and the generation. The status is left out, since controllers change it at any time. */
function specification({ kind, metadata, spec, data, rules, subjects }: Stored): object {
  const { name, generation, labels, annotations } = metadata;
  // The Deployment controller writes this annotation by itself.
  const { 'deployment.kubernetes.io/revision': _, ...own } = (annotations ?? {}) as { [key: string]: string };
  return { kind, name, generation, labels, annotations: own, spec, data, rules, subjects };
}
