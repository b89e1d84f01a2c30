import { Changes } from '../../lib/exercises/changes';
import { ApiError } from '../../lib/exercises/cluster/api-error';

describe('a change', () => {
  test('is undone once, the newest first', async () => {
    const undone: string[] = [];
    const changes = new Changes();
    for (const what of ['first', 'second']) {
      changes.add({ undoWith: what, undo: () => Promise.resolve(void undone.push(what)) });
    }
    await changes.undo();
    await changes.undo();
    expect(undone).toEqual(['second', 'first']);
  });

  test('that cannot be undone is reported with the command, and the others are undone', async () => {
    const undone: string[] = [];
    const changes = new Changes();
    changes.add({ undoWith: 'kubectl one', undo: () => Promise.resolve(void undone.push('one')) });
    changes.add({ undoWith: 'kubectl two', undo: () => Promise.reject(new Error('gone')) });
    await expect(changes.undo()).rejects.toThrow(
      'LLMD-EXERCISE-UNDO at cluster: got Error: gone, expected a cluster on which everything can be set back to what ' +
        'it was. Fix: run, when it answers again: `kubectl two`.',
    );
    expect(undone).toEqual(['one']);
  });
});

const refusal = (status: number, retryAfter?: string) => new ApiError('test', 'PATCH /scale', status, 'no', retryAfter);

describe('an undo', () => {
  afterEach(() => jest.restoreAllMocks());

  test.each([
    ['that is answered with 429', refusal(429, '1')],
    ['that is answered with 503', refusal(503)],
  ])('%s is tried again', async (_, error) => {
    const undo = jest.fn().mockRejectedValueOnce(error).mockResolvedValue(undefined);
    const changes = new Changes();
    changes.add({ undoWith: 'kubectl', undo });
    await changes.undo();
    expect(undo).toHaveBeenCalledTimes(2);
  });

  test('of what is gone is done', async () => {
    const changes = new Changes();
    changes.add({ undoWith: 'kubectl', undo: () => Promise.reject(refusal(404)) });
    await expect(changes.undo()).resolves.toBeUndefined();
  });

  test.each([
    ['that is denied', 403, 60],
    ['that is refused for longer than the time for it', 503, 1],
  ])('%s is given up', async (_, status, seconds) => {
    jest.replaceProperty(Changes, 'retrySeconds', seconds);
    const changes = new Changes();
    changes.add({ undoWith: 'kubectl scale', undo: () => Promise.reject(refusal(status)) });
    await expect(changes.undo()).rejects.toThrow(/LLMD-EXERCISE-UNDO .*`kubectl scale`/);
  });
});

describe('the commands', () => {
  test('are told before a change is made, and when it is undone', async () => {
    const told: string[][] = [];
    const changes = new Changes((commands) => told.push([...commands]));
    const change = (undoWith: string) => ({ undoWith, undo: () => Promise.resolve() });
    changes.add(change('one'));
    await changes.make(change('two'), () => Promise.resolve(expect(told.at(-1)).toEqual(['two', 'one'])));
    await changes.undo();
    expect(told.slice(-2)).toEqual([['one'], []]);
  });

  test('are not told of a change that the API server refused', async () => {
    const told: string[][] = [];
    const changes = new Changes((commands) => told.push([...commands]));
    const change = { undoWith: 'one', undo: () => Promise.resolve() };
    await expect(changes.make(change, () => Promise.reject(refusal(403)))).rejects.toThrow('403');
    expect(told).toEqual([['one'], []]);
    await expect(changes.make(change, () => Promise.reject(refusal(500)))).rejects.toThrow('500');
    expect(told.at(-1)).toEqual(['one']);
  });
});
