import type * as z from 'zod/mini';

export interface RequestSchemas {
  readonly params: z.ZodMiniType;
  readonly result: z.ZodMiniType;
  /** What is told while the answer is being made; absent where nothing is. */
  readonly progress?: z.ZodMiniType;
}

/**
 * What a page and the extension may say to each other, as schemas: each side checks what it receives, and the types of
 * both sides are derived from here. A page has one file with it, imported by its session and by its script, so it holds
 * neither VS Code nor the DOM.
 */
export interface PageContract {
  /** What the page is about; kept by VS Code across reloads, so it is checked like everything from outside. */
  readonly input: z.ZodMiniType;
  /** The words of the page; the session makes them with `vscode.l10n.t`. `{0}` stands for what the page fills in. */
  readonly texts: z.ZodMiniType;
  /** The page asks, the extension answers. */
  readonly requests: Readonly<Record<string, RequestSchemas>>;
  /** The extension tells, unasked. */
  readonly events: Readonly<Record<string, z.ZodMiniType>>;
}

export type InputOf<C extends PageContract> = z.infer<C['input']>;
export type TextsOf<C extends PageContract> = z.infer<C['texts']>;
export type RequestName<C extends PageContract> = keyof C['requests'] & string;
export type EventName<C extends PageContract> = keyof C['events'] & string;
export type ParamsOf<C extends PageContract, Name extends RequestName<C>> = z.infer<C['requests'][Name]['params']>;
export type ResultOf<C extends PageContract, Name extends RequestName<C>> = z.infer<C['requests'][Name]['result']>;
export type ProgressOf<C extends PageContract, Name extends RequestName<C>> = C['requests'][Name] extends {
  readonly progress: infer Schema extends z.ZodMiniType;
}
  ? z.infer<Schema>
  : never;
export type EventOf<C extends PageContract, Name extends EventName<C>> = z.infer<C['events'][Name]>;

/** Checks a contract and keeps its exact type. */
export function pageContract<const C extends PageContract>(contract: C): C {
  return contract;
}
