import type { Io } from './io';

/** Less is read before anybody wonders. */
const MUCH = 5e6;

/** Says on a terminal what takes long. */
export class Progress {
  private speaks = false;

  constructor(private readonly io: Io) {}

  reading(bytes: number): void {
    this.speaks = this.io.stderr.isTTY === true && bytes > MUCH;
    this.say(`reading ${Math.round(bytes / 1e6)} MB …`);
  }

  checking(objects: number): void {
    this.say(`checking ${objects} objects …`);
  }

  private say(line: string): void {
    if (this.speaks) this.io.stderr.write(`${line}\n`);
  }
}
