import { Changes } from '../../lib/exercises/changes';

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
