import type { ExerciseName, GuideListener, GuideObject, Progress } from '../exercises';
import { ExerciseProgress } from './exercise-progress';
import { objectLine } from './guide-report';
import type { Io } from './io';

/** Prints the progress of a guide: a line for each event, and on a terminal one that changes while it waits. */
export class GuideProgress implements GuideListener {
  private exercise: ExerciseProgress | undefined;

  constructor(
    private readonly io: Io,
    /** Whether standard output is for data, so that only the changing line is shown. */
    private readonly isQuiet: boolean,
  ) {}

  onNote(note: string): void {
    this.line(note);
  }

  onCommand(command: string): void {
    this.line(`$ ${command}`);
  }

  onWait(title: string, state: string, seconds: number): void {
    if (this.io.stderr.isTTY) this.io.stderr.write(`\r\x1b[K  ${title}: ${state}, ${Math.floor(seconds)} s`);
  }

  onObject(object: GuideObject): void {
    this.line(objectLine(object));
  }

  onProgress(name: ExerciseName, progress: Progress): void {
    this.exercise ??= new ExerciseProgress(name, this.io, this.isQuiet);
    this.exercise.show(progress);
  }

  /** Clears the changing line. */
  end(): void {
    if (this.io.stderr.isTTY) this.io.stderr.write('\r\x1b[K');
  }

  private line(text: string): void {
    this.end();
    if (!this.isQuiet) this.io.stdout.write(`${text}\n`);
  }
}
