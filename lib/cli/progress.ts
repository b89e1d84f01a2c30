import type { Reading } from '../validation';
import type { Io } from './io';

/** Less is done before anybody wonders. */
const MUCH = 5e6;

/** Says on a terminal what takes long. */
export class Progress {
  private speaks = false;

  constructor(private readonly io: Io) {}

  reading(bytes: number): void {
    this.speaks = this.io.stderr.isTTY === true && bytes > MUCH;
    this.say(`reading ${Math.round(bytes / 1e6)} MB …`);
  }

  done({ inputs }: Reading): void {
    this.say(`checking ${inputs.length} documents …`);
  }

  private say(line: string): void {
    if (this.speaks) this.io.stderr.write(`${line}\n`);
  }
}
