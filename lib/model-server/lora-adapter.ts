/** A LoRA adapter: a small set of weights on top of a model, which clients ask for by a name of its own. */
export class LoraAdapter {
  private constructor(
    /** Name under which clients ask for it. */
    readonly name: string,
    /** Repository on the hub, or path in the pod. */
    readonly source: string,
    /** Rank of its matrices; undefined where the user does not say. */
    readonly rank: number | undefined,
  ) {}
}
