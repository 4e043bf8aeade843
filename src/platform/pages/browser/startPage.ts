import { render, type TemplateResult } from 'lit';
import * as z from 'zod/mini';
import { PageClient, type PageListeners, type Welcome } from '../pageClient.ts';
import type { PageContract } from '../pageContract.ts';

interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

export interface PageStart<C extends PageContract, State> {
  readonly contract: C;
  /** What the page remembers by itself while its tab is hidden and when the window is loaded anew. */
  readonly state: z.ZodMiniType<State>;
  readonly listeners: (page: StartedPage<C, State>) => PageListeners<C>;
}

export interface StartedPage<C extends PageContract, State> {
  readonly client: PageClient<C>;
  /** What was remembered, where that fits. */
  readonly remembered: State | undefined;
  remember(state: State): void;
}

const kept = z.looseObject({ page: z.unknown() });

/**
 * Starts a page: connects it with the extension, says that it is there, and remembers what it is about, so that VS Code
 * can give it back. The policy of the document allows no code from text, so zod must not try.
 */
export async function startPage<C extends PageContract, State>({
  contract,
  state,
  listeners,
}: PageStart<C, State>): Promise<StartedPage<C, State> & Welcome<C>> {
  z.config({ jitless: true });
  const api = acquireVsCodeApi();
  const client = new PageClient(contract, (message) => {
    api.postMessage(message);
  });
  window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    client.receive(data);
  });
  const before = state.safeParse(kept.safeParse(api.getState()).data?.page);
  let input: unknown;
  const started: StartedPage<C, State> = {
    client,
    remembered: before.success ? before.data : undefined,
    remember: (page) => {
      api.setState({ input, page });
    },
  };
  const welcome = await client.begin(listeners(started));
  ({ input } = welcome);
  api.setState({ input, page: started.remembered });
  keepFocus();
  return { ...started, ...welcome };
}

/** Draws the page; only what has changed is touched, so that focus and selection stay. */
export function draw(page: TemplateResult): void {
  const root = document.getElementById('page');
  if (root) render(page, root);
}

/** VS Code gives the focus to the document; what had it last, or the first control, is to have it then. */
function keepFocus(): void {
  let last: HTMLElement | undefined;
  document.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLElement && target !== document.body) last = target;
  });
  window.addEventListener('focus', () => {
    if (document.activeElement !== document.body) return;
    const first = document.querySelector<HTMLElement>('[data-first-focus]');
    (last?.isConnected === true ? last : first)?.focus();
  });
}

/** Fills `{0}`, `{1}`, … of a text. */
export function filled(text: string, ...values: readonly (string | number)[]): string {
  return text.replace(/\{(\d+)\}/gu, (match, index: string) => String(values[Number(index)] ?? match));
}
