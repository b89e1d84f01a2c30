/** A probe by HTTP. */
export const httpProbe = (path: string | undefined, port: number | string, fields: object = {}) => ({
  httpGet: { path, port },
  ...fields,
});

/** An argument of unknown value. */
export const UNKNOWN_ARGS = {
  args: ['$(SECRET)'],
  env: [{ name: 'SECRET', valueFrom: { secretKeyRef: { name: 'a', key: 'b' } } }],
};

/** A probe of the health of vLLM. */
export const HEALTH = httpProbe('/health', 8000);
