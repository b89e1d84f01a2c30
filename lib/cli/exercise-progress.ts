import type { ExerciseName, Progress } from '../exercises';
import type { Io } from './io';

/** Milliseconds between two changes of the line, so that it can be read. */
const PAUSE = 100;

/** Shows progress: on a terminal one line that changes, elsewhere a line for each event. */
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
