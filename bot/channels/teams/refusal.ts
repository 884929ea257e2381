import { HttpError } from '../../http/httpError.ts';

/** What is answered to a request that is turned away; the body is the same for all, so that it teaches nothing. */
export type RefusalStatus = 400 | 401 | 403 | 503;

/** The refusal of a request for Teams. `why` is for our log alone: words of ours, never of the request. */
export class TeamsRefusal extends HttpError {
  readonly why: string;

  constructor(status: RefusalStatus, why: string) {
    super(status, 'NotAccepted', 'The request is not accepted.', status === 503 ? { 'retry-after': '10' } : {});
    this.why = why;
  }
}
