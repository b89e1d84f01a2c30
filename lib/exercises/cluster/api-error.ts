import { LlmdError, type ErrorDetails } from '../../errors';
import { firstLine } from '../../text/first-line';

/** An API server does not do what it was asked. */
export class ApiError extends LlmdError {
  constructor(
    context: string,
    /** `GET /api/v1/namespaces/default/pods`. */
    request: string,
    /** HTTP status. */
    readonly status: number,
    /** What the server wrote. */
    answer: string,
    /** The header Retry-After, if there is one. */
    retryAfter?: string,
  ) {
    const { message, details } = statusIn(answer) ?? {};
    super(context, { got: `${status} for ${request}: ${firstLine(message ?? answer)}`, ...(ANSWERS[status] ?? OTHER) });
    const seconds = Number(retryAfter);
    if (retryAfter !== undefined && seconds >= 0) this.retryAfterSeconds = seconds;
    this.isOfBackend = message === undefined;
    this.causes = details?.causes ?? [];
  }

  /** Seconds after which the server wants to be asked again, if it says so. */
  readonly retryAfterSeconds?: number;

  /** What the server names as causes, such as the conflicts of field managers. */
  readonly causes: readonly ErrorCause[];

  /** Whether it is what a pod answered, which the API server passed on. */
  readonly isOfBackend: boolean;
}

/** A cause in a Status of the API server. */
export interface ErrorCause {
  /** For example `FieldManagerConflict`. */
  readonly reason?: string;
  readonly message?: string;
  /** Path of the field. */
  readonly field?: string;
}

type Answer = Omit<ErrorDetails, 'got'>;

const ANSWERS: { readonly [status: number]: Answer } = {
  401: {
    code: 'LLMD-CLUSTER-LOGIN',
    expected: 'a user that the cluster knows',
    remedy: 'log in again, as `kubectl get pods` would ask for',
  },
  403: {
    code: 'LLMD-CLUSTER-DENIED',
    expected: 'the right to do this',
    remedy: 'ask for a role that may do it, or name the namespace with -n; docs/exercises.md lists what exercises need',
  },
};

const OTHER: Answer = { code: 'LLMD-CLUSTER-ANSWER', expected: 'an answer', remedy: 'see what the server says' };

interface Status {
  readonly kind?: string;
  readonly message?: string;
  readonly details?: { readonly causes?: readonly ErrorCause[] };
}

/** How an API server writes its own errors. */
function statusIn(answer: string): Status | undefined {
  try {
    const parsed = JSON.parse(answer) as Status | null;
    return parsed?.kind === 'Status' ? parsed : undefined;
  } catch {
    return undefined;
  }
}
