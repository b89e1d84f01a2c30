import { ApiObject, App } from 'cdk8s';
import type { IResource } from 'cdk8s-plus-28';
import type { IConstruct } from 'constructs';
import { refuse } from '../errors';
import { type Checks, checkedOptions } from '../options/check';
import { anyText, boolean, release, required, text } from '../options/checks';
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

const CHECKS: Checks<ValidationOptions> = { release, closed: boolean };

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

const OUTSIDE_CHECKS: Checks<OutsideObject> = {
  apiVersion: required(text),
  kind: required(text),
  name: required(text),
  namespace: text,
};

/**
 * Checks everything that an app writes, when it is synthesized and after all patches: each object as an API server
 * does, and all of them together. An error stops the synth; a warning goes to stderr. Apps with one of this library's
 * charts are checked by default, as closed sets.
 */
export class Validation {
  /** Checks any cdk8s app, or checks one with other options. `scope` may be the app or anything in it. */
  static enable(scope: IConstruct, options: ValidationOptions = {}): void {
    Validation.of(scope).options = checkedOptions(scope, options, CHECKS);
  }

  /** Switches the checks off: everything is written as it is. */
  static disable(scope: IConstruct): void {
    Validation.of(scope).options = undefined;
  }

  /** Accepts the diagnostics with this code of all objects below `scope`, for a reason that explains it to readers. */
  static acknowledge(scope: IConstruct, code: string, reason: string): void {
    text(scope, 'code', code);
    anyText(scope, 'reason', reason);
    if (reason.trim() === '') {
      refuse(scope, {
        code: 'LLMD-ACKNOWLEDGEMENT-REASON',
        got: `no reason for ${code}`,
        expected: 'a sentence',
        remedy: 'say why this diagnostic is acceptable',
      });
    }
    accept(scope, { code, reason });
  }

  /** Declares an object that is in the cluster, so that references to it are not reported. */
  static outside(scope: IConstruct, object: OutsideObject): void {
    const { apiVersion, kind, namespace, name } = checkedOptions(scope, object, OUTSIDE_CHECKS);
    scope.node.addMetadata(OUTSIDE, { group: groupOf(apiVersion), kind, namespace, name } satisfies Identity);
  }

  /**
   * Accepts a diagnostic that a construct causes because its user asked for it.
   * @internal
   */
  static _expect(scope: IConstruct, code: string, reason: string): void {
    accept(scope, { code, reason, optional: true });
  }

  /**
   * Checks the app of a chart of ours, unless the app has other options.
   * @internal
   */
  static _byDefault(scope: IConstruct): void {
    Validation.of(scope, { closed: true });
  }

  /**
   * The JSON of an object: the one that has been validated in the synth that is running, so that it is made once.
   * @internal
   */
  static _jsonOf(object: ApiObject): unknown {
    return BY_APP.get(object.node.root)?.synthesis?.json.get(object) ?? object.toJson();
  }

  private static of(scope: IConstruct, options?: ValidationOptions): Validation {
    const { root } = scope.node;
    const validation = BY_APP.get(root) ?? new Validation(root, options);
    BY_APP.set(root, validation);
    return validation;
  }

  /** What has been found out in the synth that is running; undefined outside of one. */
  private synthesis?: Synthesis;

  private constructor(
    private readonly root: IConstruct,
    private options: ValidationOptions | undefined,
  ) {
    root.node.addValidation({ validate: () => this.errors() });
    if (root instanceof App) {
      root.synth = this.remembering(root.synth.bind(root));
      root.synthYaml = this.remembering(root.synthYaml.bind(root));
    }
  }

  /**
   * Marks where a synth begins and ends. cdk8s runs the validations of a whole app once for the app and once more for
   * each chart that is not of our kind, and then makes the JSON of every object again. Between the first of these and the
   * end of the synth nothing can change, so that the first result is kept until then.
   *
   * The two methods are replaced on the app because cdk8s announces neither the beginning nor the end of a synth, and
   * nothing else tells a validation of the same synth from one after another patch: a construct, a validation, a resolver
   * and a dependency see the same calls in both cases. Without it the synth of 40 charts
   * of cdk8s with a stack each takes 10.3 s of CPU time in place of 0.6 s, and 0.3 s without validation.
   */
  private remembering<Result>(synth: () => Result): () => Result {
    return () => {
      this.synthesis = { json: new Map() };
      try {
        return synth();
      } finally {
        this.synthesis = undefined;
      }
    };
  }

  private errors(): string[] {
    if (this.synthesis === undefined) return this.validate();
    this.synthesis.errors ??= this.validate();
    return this.synthesis.errors;
  }

  private validate(): string[] {
    if (this.options === undefined) return [];
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- only apps that are checked load it.
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

  private jsonOf(object: ApiObject): unknown {
    const json: unknown = object.toJson();
    this.synthesis?.json.set(object, json);
    return json;
  }
}

/** What is kept in a synth. */
interface Synthesis {
  /** The errors, once the app has been validated. */
  errors?: string[];
  /** The objects as they were validated. */
  readonly json: Map<ApiObject, unknown>;
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

/** Whether this is what `Secret.fromSecretName` and its like return: it has a name, but makes no object. */
function isImported(construct: IConstruct): construct is IResource {
  const { apiVersion, kind, name } = construct as Partial<IResource>;
  return (
    [apiVersion, kind, name].every((value) => typeof value === 'string') &&
    !construct.node.findAll().some((child) => ApiObject.isApiObject(child))
  );
}

/** An imported object; cdk8s-plus does not know its namespace. */
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
