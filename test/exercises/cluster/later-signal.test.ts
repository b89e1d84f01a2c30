import { LaterSignal } from '../../../lib/exercises/cluster/later-signal';

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

test('it is aborted later, with the same reason', async () => {
  const end = new AbortController();
  const { signal } = new LaterSignal(end.signal, 50);
  end.abort('reason');
  expect(signal.aborted).toBe(false);
  await wait(100);
  expect(signal.reason).toBe('reason');
});

test.each(['before', 'after'])('stopped %s the abort, it is not', async (when) => {
  const end = new AbortController();
  const later = new LaterSignal(end.signal, 20);
  if (when === 'before') later.stop();
  end.abort('reason');
  later.stop();
  await wait(60);
  expect(later.signal.aborted).toBe(false);
});
