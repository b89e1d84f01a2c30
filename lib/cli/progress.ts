import type { Io } from './io';

/** Milliseconds before the bar appears. */
const DELAY = 500;
const WIDTH = 30;

/** A progress bar on a terminal, for work that takes long. */
export class ProgressBar {
  private readonly start = performance.now();
  private shown = '';

  constructor(private readonly io: Io) {}

  /** @param share of the work that is done, from 0 to 1 */
  show(what: string, share: number): void {
    if (!this.io.stderr.isTTY || this.io.env.TERM === 'dumb' || performance.now() - this.start < DELAY) return;
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
