import { closeAfter } from '../../lib/exercises/close-after';

describe('a resource is closed', () => {
  const resource = (error?: Error) => {
    const state = { closed: 0 };
    return { state, close: () => (state.closed++, error === undefined ? Promise.resolve() : Promise.reject(error)) };
  };

  test('after the work, whose result is returned', async () => {
    const { state, close } = resource();
    expect(await closeAfter({ close }, () => Promise.resolve(state.closed))).toBe(0);
    expect(state.closed).toBe(1);
  });

  test('when the work fails', async () => {
    const { state, close } = resource();
    await expect(closeAfter({ close }, () => Promise.reject(new Error('work')))).rejects.toThrow('work');
    expect(state.closed).toBe(1);
  });

  test('and if that fails too, the error holds both reasons', async () => {
    const { close } = resource(new Error('close'));
    const error = await closeAfter({ close }, () => Promise.reject(new Error('work'))).catch(
      (reason: unknown) => reason,
    );
    expect((error as AggregateError).errors).toEqual([new Error('work'), new Error('close')]);
  });
});
