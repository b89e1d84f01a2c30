import { applyFiles } from '../support/apply';
import { kubectl } from '../support/kubectl';
import { anEmptyCluster, COMPLETE, GUIDES } from './committed';
import { changesNothing, nothingDiffers, storedAsSent, thePlatform } from './steps';

const [FIRST, LAST] = [GUIDES[0], GUIDES.at(-1)!];

describe('dist/ at once, objects only', () => {
  anEmptyCluster();
  thePlatform();

  test(`kubectl apply -f ${COMPLETE}: no error, no warning`, async () => {
    await applyFiles([COMPLETE]);
  });
  storedAsSent(COMPLETE, 'all objects', () => true);
  changesNothing(COMPLETE);
  nothingDiffers('dist/platform/', COMPLETE);

  test(`kubectl delete -f ${COMPLETE} takes all of it away`, async () => {
    await kubectl(['delete', '-f', COMPLETE, '--timeout=3m']);
    expect(await kubectl(['get', '-f', COMPLETE, '--ignore-not-found', '-o', 'name'])).toBe('');
  });
  test(`${FIRST}, and from there straight to ${LAST} without a delete: no error, no warning`, async () => {
    await applyFiles([FIRST]);
    await applyFiles([LAST]);
  });
  changesNothing(LAST);
  nothingDiffers(LAST);
});
