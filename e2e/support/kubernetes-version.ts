import { kubectl } from './kubectl';

/** Fails where the API server is older than this minor version of Kubernetes 1, and says what is missing there. */
export function requireKubernetes(minor: number, reason: string): void {
  beforeAll(async () => {
    const { serverVersion } = JSON.parse(await kubectl(['version', '-o', 'json']));
    if (parseInt(serverVersion.minor, 10) < minor) {
      throw new Error(
        `this suite needs Kubernetes 1.${minor} or newer: ${reason}. Here is ${serverVersion.gitVersion}`,
      );
    }
  });
}
