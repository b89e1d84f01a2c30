/** A signal that is aborted some time after another one. */
export class LaterSignal {
  private readonly controller = new AbortController();
  private timer: NodeJS.Timeout | undefined;
  private readonly onAbort = () => {
    this.timer = setTimeout(() => this.controller.abort(this.earlier.reason), this.milliseconds);
  };

  constructor(
    private readonly earlier: AbortSignal,
    private readonly milliseconds: number,
  ) {
    earlier.addEventListener('abort', this.onAbort, { once: true });
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** No longer follows the other signal. */
  stop(): void {
    clearTimeout(this.timer);
    this.earlier.removeEventListener('abort', this.onAbort);
  }
}
