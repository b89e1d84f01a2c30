import type { Io } from './io';

/** Milliseconds before anybody wonders. */
const PATIENCE = 500;
const WIDTH = 30;

/** A bar on a terminal for what takes long. It goes when the work is done. */
export class ProgressBar {
  private readonly start = performance.now();
  private shown = '';

  constructor(private readonly io: Io) {}

  /** @param share what is done, from 0 to 1 */
  show(what: string, share: number): void {
    if (!this.io.stderr.isTTY || this.io.env.TERM === 'dumb' || performance.now() - this.start < PATIENCE) return;
    const filled = Math.round(share * WIDTH);
    this.draw(`${what} ${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${Math.floor(share * 100)} %`);
  }

  end(): void {
    this.draw('');
  }

  private draw(line: string): void {
    if (line !== this.shown) this.io.stderr.write(`\r\x1b[K${line}`);
    this.shown = line;
  }
}
