/** Does some work, then closes a resource, whether or not the work failed. If both fail, the error holds both reasons. */
export async function closeAfter<Result>(
  resource: { close(): Promise<void> },
  work: () => Promise<Result>,
): Promise<Result> {
  let result: Result;
  try {
    result = await work();
  } catch (error) {
    try {
      await resource.close();
    } catch (closeError) {
      throw new AggregateError([error, closeError]);
    }
    throw error;
  }
  await resource.close();
  return result;
}
