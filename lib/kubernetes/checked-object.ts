import { ApiObject, type JsonPatch } from 'cdk8s';
import { refuse } from '../errors';

/** An object that refuses patches with NaN or Infinity, which cdk8s would write as null, and Kubernetes as its default. */
export class CheckedObject extends ApiObject {
  override addJsonPatch(...operations: JsonPatch[]): void {
    for (const operation of operations) {
      const { path, value } = operation._toJson() as { readonly path: string; readonly value?: unknown };
      refuseNonFinite(this, path, value);
    }
    super.addJsonPatch(...operations);
  }
}

function refuseNonFinite(object: ApiObject, path: string, value: unknown): void {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    refuse(object, {
      code: 'LLMD-PATCH-NUMBER',
      got: `${value} for ${path} in a patch`,
      expected: 'a number that JSON has',
      remedy: 'look at the calculation that gives it',
    });
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inside] of Object.entries(value)) refuseNonFinite(object, `${path}/${key}`, inside);
}
