import { rmSync } from 'node:fs';
import { installation } from './installation';

/** Removes the project that the tests used. */
export default function uninstall(): void {
  rmSync(installation().scratch, { recursive: true, force: true });
}
