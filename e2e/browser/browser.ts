import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Options with which it makes no requests of its own and needs neither a graphics card nor a sandbox. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** A Chromium: the one that `CHROMIUM_PATH` names, or that of the system. */
export function startBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
  if (!existsSync(executablePath)) {
    throw new Error(
      `there is no browser at ${executablePath}: install the package \`chromium\`, or set CHROMIUM_PATH to the path of one`,
    );
  }
  return chromium.launch({ executablePath, args: ARGUMENTS });
}
