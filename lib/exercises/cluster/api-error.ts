import { LlmdError, type ErrorDetails } from '../../errors';

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
  ) {
    const { message } = statusIn(answer) ?? {};
    super(context, { got: `${status} for ${request}: ${message ?? answer.trim()}`, ...(ANSWERS[status] ?? OTHER) });
    this.isOfBackend = message === undefined;
  }

  /** Whether it is what a pod answered, which the API server passed on. */
  readonly isOfBackend: boolean;
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

/** How an API server writes its own errors. */
function statusIn(answer: string): { readonly message?: string } | undefined {
  try {
    const parsed = JSON.parse(answer) as { kind?: string; message?: string };
    return parsed.kind === 'Status' ? parsed : undefined;
  } catch {
    return undefined;
  }
}
