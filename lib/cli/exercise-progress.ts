import type { ExerciseName, Progress } from '../exercises';
import type { Io } from './io';

/** Milliseconds between two changes of a line that somebody reads. */
const PAUSE = 100;

/** One line that changes, on a terminal; a line for each thing that happens, elsewhere. */
export class ExerciseProgress {
  private readonly start = performance.now();
  private drawn = 0;

  constructor(
    private readonly name: ExerciseName,
    private readonly io: Io,
    private readonly isQuiet = false,
  ) {}

  show({ round, answered, event }: Progress): void {
    const { isTTY } = this.io.stderr;
    const now = performance.now();
    const seconds = Math.floor((now - this.start) / 1000);
    if (isTTY) {
      if (now - this.drawn < PAUSE && event === undefined) return;
      this.drawn = now;
      this.io.stderr.write(`\r\x1b[K${this.name} ${seconds} s: ${round}, ${event ?? `${answered} answers`}`);
    } else if (event !== undefined && !this.isQuiet) {
      this.io.stderr.write(`${this.name} ${seconds} s: ${round}: ${event}\n`);
    }
  }

  end(): void {
    if (this.io.stderr.isTTY) this.io.stderr.write('\r\x1b[K');
  }
}
