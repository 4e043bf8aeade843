import { readdirSync } from 'node:fs';
import path from 'node:path';
import { LiveValidator, type LiveValidationResult } from 'oav/dist/lib/liveValidation/liveValidator.js';
import { groups } from '../../../scripts/generateApi/groups.ts';
import type { Exchange } from './exchange.ts';

/** Something about an exchange that its specification does not allow. */
export interface Issue {
  readonly where: 'request' | 'response';
  /** The validator's code, for example `OBJECT_ADDITIONAL_PROPERTIES`. */
  readonly code: string;
  /** JSON path in the body (`$.value[0].id`), or the validator's own (`.headers`); empty where it names none. */
  readonly path: string;
  readonly message: string;
}

export interface Judgement {
  /** The operation that the specifications see in the request; `undefined` where they lack its URL. */
  readonly operation: string | undefined;
  readonly issues: readonly Issue[];
}

/**
 * The public OpenAPI files as a judge of exchanges (npm package `oav`, its live validator as a library; its command line
 * cannot write reports). Files that share a folder with one that `src/api` was generated from are all read, so that
 * an unknown URL is one that the specifications lack and not one of a file that was left out.
 */
export class Contract {
  readonly #validator: LiveValidator;
  readonly #operations: ReadonlySet<string>;

  /**
   * @param root folder of the OpenAPI files (`specs/specification`)
   * @throws when a file cannot be read as a specification: the validator alone would go on without it
   */
  static async open(root: string): Promise<Contract> {
    const complaints: string[] = [];
    const validator = new LiveValidator(
      {
        directory: path.dirname(root),
        swaggerPaths: specificationFiles(root),
        loadValidatorInBackground: false,
        isArmCall: true, // also checks that a long-running operation says how it is followed
      },
      (message, level) => {
        if (level === 'error') complaints.push(message);
      },
    );
    await validator.initialize();
    if (complaints.length > 0) throw new Error(complaints.join('\n'));
    return new Contract(validator);
  }

  private constructor(validator: LiveValidator) {
    this.#validator = validator;
    this.#operations = new Set(operationIds(validator));
  }

  /** Whether the specifications have an operation of this id. */
  has(operationId: string): boolean {
    return this.#operations.has(operationId);
  }

  /** @throws when the validator cannot tell which of several operations is meant, or breaks down */
  async judge({ liveRequest, liveResponse }: Exchange): Promise<Judgement> {
    // A copy, because the validator writes into what it is given; its types are narrower than what it reads.
    const pair = structuredClone({ liveRequest: versioned(liveRequest), liveResponse }) as Parameters<
      LiveValidator['validateLiveRequestResponse']
    >[0];
    const { requestValidationResult, responseValidationResult, runtimeException } =
      await this.#validator.validateLiveRequestResponse(pair);
    const trouble =
      runtimeException ?? requestValidationResult.runtimeException ?? responseValidationResult.runtimeException;
    if (trouble?.code.startsWith('OPERATION_NOT_FOUND') === true) return { operation: undefined, issues: [] };
    if (trouble !== undefined) throw new Error(`${liveRequest.method} ${liveRequest.url}: ${trouble.message}`);
    return {
      operation: requestValidationResult.operationInfo.operationId,
      issues: [
        ...issuesOf('request', requestValidationResult),
        ...issuesOf('response', responseValidationResult).filter((issue) => !isUndeclaredRefusal(issue, liveResponse)),
      ],
    };
  }
}

/** Livy's version stands in the path alone; the validator finds operations by one in the query. */
function versioned(request: Exchange['liveRequest']): Exchange['liveRequest'] {
  const { url } = request;
  if (!/\/livyApi\/versions\//i.test(url)) return request;
  return { ...request, url: `${url}${url.includes('?') ? '&' : '?'}api-version=2020-12-01` };
}

/** Examples and shared definitions lie in folders below. */
function specificationFiles(root: string): string[] {
  const folders = new Set(groups.flatMap(({ files }) => files.map((file) => path.dirname(file))));
  return [...folders].flatMap((folder) =>
    readdirSync(path.join(root, folder))
      .filter((name) => name.endsWith('.json'))
      .map((name) => path.join(root, folder, name)),
  );
}

/** From the index that the validator finds operations by: provider → api-version → method → operations. */
function* operationIds({ operationSearcher }: LiveValidator): Generator<string, void, undefined> {
  for (const versions of operationSearcher.cache.values()) {
    for (const methods of versions.values()) {
      for (const operations of methods.values()) {
        for (const { operationId } of operations) if (operationId !== undefined) yield operationId;
      }
    }
  }
}

/** The validator gathers equal findings of one exchange; each path is an issue of its own here. */
function issuesOf(where: Issue['where'], { errors }: LiveValidationResult): Issue[] {
  return errors.flatMap(({ code, message, jsonPathsInPayload }) => {
    const paths = jsonPathsInPayload.length > 0 ? jsonPathsInPayload : [''];
    return paths.map((found) => ({ where, code, message, path: found })).filter((issue) => !isAnyValue(issue));
  });
}

/**
 * Some operations (Livy, monitoring, private endpoints) declare no refusal at all, where others have one for all: then the
 * specification says nothing of refusals, and not that there is none.
 */
function isUndeclaredRefusal({ code }: Issue, { statusCode }: Exchange['liveResponse']): boolean {
  return code === 'INVALID_RESPONSE_CODE' && Number(statusCode) >= 400;
}

/**
 * A member without a declaration where any value is allowed. The specifications write that as
 * `additionalProperties: { type: object }`, and all of Azure's clients are generated to take it so; the validator alone
 * reads it literally. It names such members in brackets.
 */
function isAnyValue({ code, message, path: place }: Issue): boolean {
  return code === 'INVALID_TYPE' && place.endsWith("']") && message.startsWith('Expected type object ');
}
