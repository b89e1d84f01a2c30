import { ApiObject, App } from 'cdk8s';
import type { IResource } from 'cdk8s-plus-28';
import type { IConstruct } from 'constructs';
import { refuse } from '../errors';
import type { Release } from '../catalogue/endpoint-picker/release';
import type { Acknowledgement, Diagnostic, Identity } from '../validation';
import type * as rules from '../validation/validate';

/** Options of `Validation.enable`. */
export interface ValidationOptions {
  /**
   * Release of the endpoint picker that will read what the app writes.
   * @default - what the image of the endpoint picker says, else the current release
   */
  readonly release?: Release;
  /**
   * Whether the app makes everything that its objects refer to: a reference that leaves the app is an error then, else
   * a warning.
   * @default false
   */
  readonly closed?: boolean;
}

/** An object that the app does not make. */
export interface OutsideObject {
  /** For example `v1` or `gateway.networking.k8s.io/v1`. */
  readonly apiVersion: string;
  /** For example `Secret`. */
  readonly kind: string;
  /** Its name. */
  readonly name: string;
  /**
   * Its namespace.
   * @default - any
   */
  readonly namespace?: string;
}

/**
 * Checks everything that an app writes, when it is synthesized and after all patches: each object as an API server
 * does, and all of them together. An error stops the synth; a warning goes to stderr. Apps with one of this library's
 * charts are checked by default, as closed sets.
 */
export class Validation {
  /** Checks any cdk8s app, or checks one with other options. `scope` may be the app or anything in it. */
  static enable(scope: IConstruct, options: ValidationOptions = {}): void {
    Validation.of(scope).options = options;
  }

  /** Writes whatever the app says. */
  static disable(scope: IConstruct): void {
    Validation.of(scope).options = undefined;
  }

  /** Accepts the diagnostics with this code of all objects below `scope`, for a reason that the next reader understands. */
  static acknowledge(scope: IConstruct, code: string, reason: string): void {
    if (reason.trim() === '') {
      refuse(scope, {
        code: 'LLMD-ACKNOWLEDGEMENT-REASON',
        got: `no reason for ${code}`,
        expected: 'a sentence',
        remedy: 'say why this diagnostic may stay',
      });
    }
    accept(scope, { code, reason });
  }

  /** Says that an object is in the cluster, so that references to it do not dangle. */
  static outside(scope: IConstruct, object: OutsideObject): void {
    const { apiVersion, kind, namespace, name } = object;
    scope.node.addMetadata(OUTSIDE, { group: groupOf(apiVersion), kind, namespace, name } satisfies Identity);
  }

  /**
   * A construct calls this when a diagnostic would be what its user asked for.
   * @internal
   */
  static _expect(scope: IConstruct, code: string, reason: string): void {
    accept(scope, { code, reason, optional: true });
  }

  /**
   * Charts call this: an app that says nothing else is checked.
   * @internal
   */
  static _byDefault(scope: IConstruct): void {
    Validation.of(scope, { closed: true });
  }

  private static of(scope: IConstruct, options?: ValidationOptions): Validation {
    const { root } = scope.node;
    const validation = BY_APP.get(root) ?? new Validation(root, options);
    BY_APP.set(root, validation);
    return validation;
  }

  /** What it says of the app, while that is being synthesized. */
  private errors?: string[];
  private synthesizing = false;
  /** Objects that are written as they were validated. */
  private readonly frozen: ApiObject[] = [];

  private constructor(
    private readonly root: IConstruct,
    private options: ValidationOptions | undefined,
  ) {
    root.node.addValidation({ validate: () => this.remembered() });
    if (root instanceof App) {
      root.synth = this.remembering(root.synth.bind(root));
      root.synthYaml = this.remembering(root.synthYaml.bind(root));
    }
  }

  /** cdk8s runs validations once for the app and once more for each of its own charts, of which nothing has changed. */
  private remembering<Result>(synth: () => Result): () => Result {
    return () => {
      this.synthesizing = true;
      try {
        return synth();
      } finally {
        this.synthesizing = false;
        this.errors = undefined;
        for (const object of this.frozen.splice(0)) Reflect.deleteProperty(object, 'toJson');
      }
    };
  }

  private remembered(): string[] {
    const errors = this.errors ?? this.validate();
    if (this.synthesizing) this.errors = errors;
    return errors;
  }

  private validate(): string[] {
    if (this.options === undefined) return [];
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- an app that is not checked need not load it.
    const { validate } = require('../validation/validate') as typeof rules;
    const constructs = this.root.node.findAll();
    const diagnostics = validate(
      constructs
        .filter((construct) => ApiObject.isApiObject(construct))
        .map((object) => ({ object: this.jsonOf(object), origin: { construct: object.node.path } })),
      {
        closed: this.options.closed,
        release: this.options.release?.id,
        acknowledged: metadata<Acknowledgement>(constructs, ACKNOWLEDGED),
        external: [...metadata<Identity>(constructs, OUTSIDE), ...constructs.filter(isImported).map(identity)],
      },
    );
    const warnings = diagnostics.filter(({ severity }) => severity === 'warning').map(line);
    if (warnings.length > 0) console.warn(`cdk8s-llm-d warns:\n  ${warnings.join('\n  ')}`);
    return diagnostics.filter(({ severity }) => severity === 'error').map(line);
  }

  /** What is validated is what the synth writes then, so that it is made once. */
  private jsonOf(object: ApiObject): unknown {
    const json: unknown = object.toJson();
    if (this.synthesizing && !Object.hasOwn(object, 'toJson')) {
      object.toJson = () => json;
      this.frozen.push(object);
    }
    return json;
  }
}

const ACKNOWLEDGED = 'cdk8s-llm-d:acknowledged';
const OUTSIDE = 'cdk8s-llm-d:outside';
const BY_APP = new WeakMap<IConstruct, Validation>();

function accept(scope: IConstruct, acknowledgement: Acknowledgement): void {
  scope.node.addMetadata(ACKNOWLEDGED, { ...acknowledgement, construct: scope.node.path } satisfies Acknowledgement);
}

function metadata<Value>(constructs: readonly IConstruct[], type: string): Value[] {
  return constructs.flatMap(({ node }) =>
    node.metadata.filter((entry) => entry.type === type).map(({ data }) => data as Value),
  );
}

/** What cdk8s-plus makes of `Secret.fromSecretName` and its like: it bears a name, and no object is behind it. */
function isImported(construct: IConstruct): construct is IResource {
  const { apiVersion, kind, name } = construct as Partial<IResource>;
  return (
    [apiVersion, kind, name].every((value) => typeof value === 'string') &&
    !construct.node.findAll().some((child) => ApiObject.isApiObject(child))
  );
}

/** Of an imported object nobody says the namespace. */
function identity({ apiVersion, kind, name }: IResource): Identity {
  return { group: groupOf(apiVersion), kind, name };
}

function groupOf(apiVersion: string): string {
  return apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
}

function line({ code, construct, kind, namespace, name, path, message, remedy }: Diagnostic): string {
  const object = [kind, [namespace, name].filter(Boolean).join('/')].filter(Boolean).join(' ');
  const place = [object, path].filter(Boolean).join(' ');
  return `${code}${construct === undefined ? '' : ` at ${construct}`}${place && ` (${place})`}: ${message}. Fix: ${remedy}.`;
}
