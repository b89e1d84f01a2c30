import { defineKinds } from '../support/definitions';
import { getList } from '../support/kubectl';
import { ownNamespace } from '../support/namespace';
import { type Setup, Stack } from './stack';

/**
 * Runs guides, in this order, in a restricted namespace of their own: each is applied on top of the one before with
 * `kubectl apply` alone, and then does what its page says.
 */
export function describeGuides(setup: Setup, guides: readonly ((stack: Stack) => void)[]): void {
  const { engine, dataPlane, release } = setup;
  describe(`${engine.title}, ${dataPlane.title}, real picker ${release.id}:`, () => {
    const namespace = ownNamespace([engine.id, dataPlane.id, release.id].join('-'));
    const stack = new Stack(setup, namespace);
    afterAll(() => stack.close());

    test('the cluster has what this needs', async () => {
      await defineKinds(release);
      await dataPlane.prerequisites();
    });
    guides.forEach((guide) => guide(stack));
    test('no container has restarted', async () => {
      const pods = [...(await getList('pods', '-n', namespace)), ...(await dataPlane.podsElsewhere(namespace))];
      const containers = pods.flatMap(({ metadata, status }) =>
        (status.containerStatuses ?? []).map((container: any) => ({ pod: metadata.name, ...container })),
      );
      expect(containers).not.toEqual([]);
      expect(containers.filter(({ restartCount }) => restartCount > 0)).toEqual([]);
    });
  });
}
