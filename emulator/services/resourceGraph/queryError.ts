import { ServiceError } from '../../http/serviceError.ts';

/** Resource Graph's refusal of a query; the last detail says what the emulator does not understand. */
export class QueryError extends ServiceError {
  constructor(notUnderstood: string) {
    super(400, 'BadRequest', 'The query is not one that the emulator understands.', {
      details: [
        { code: 'InvalidQuery', message: 'Query is invalid. Please refer to the documentation and fix the error.' },
        { code: 'ParserFailure', message: `Not understood: '${notUnderstood}'` },
      ],
    });
  }
}
