import { rmSync } from 'node:fs';
import { installation } from './installation';

/** Removes what the tests ran on. */
export default function uninstall(): void {
  rmSync(installation().scratch, { recursive: true, force: true });
}
