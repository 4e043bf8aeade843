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
}

const kept = z.looseObject({ page: z.unknown() });

/**
 * A page's connection with the extension and with what VS Code keeps for it. The policy of the document allows no code
 * from text, so zod must not try.
 */
export class StartedPage<C extends PageContract, State> {
  readonly client: PageClient<C>;
  /** What was remembered, where that fits. */
  readonly remembered: State | undefined;
  readonly #api: VsCodeApi;
  #input: unknown;

  constructor({ contract, state }: PageStart<C, State>) {
    z.config({ jitless: true });
    const api = acquireVsCodeApi();
    this.#api = api;
    this.client = new PageClient(contract, (message) => {
      api.postMessage(message);
    });
    const before = state.safeParse(kept.safeParse(api.getState()).data?.page);
    this.remembered = before.success ? before.data : undefined;
    window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      this.client.receive(data);
    });
  }

  /** Says that the page is there, and remembers what it is about, so that VS Code can give it back. */
  async begin(listeners: PageListeners<C>): Promise<Welcome<C>> {
    const welcome = await this.client.begin(listeners);
    this.#input = welcome.input;
    this.#api.setState({ input: this.#input, page: this.remembered });
    keepFocus();
    return welcome;
  }

  remember(page: State): void {
    this.#api.setState({ input: this.#input, page });
  }
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
    (last?.isConnected === true ? last : firstControl())?.focus();
  });
}

/**
 * Gives the first control the focus that the page has got before it was drawn. Where somebody writes elsewhere meanwhile
 * (another editor, the command palette, which would close), nothing is taken away.
 */
export function focusFirst(): void {
  if (document.hasFocus() && document.activeElement === document.body) firstControl()?.focus();
}

function firstControl(): HTMLElement | null {
  return document.querySelector<HTMLElement>('[data-first-focus]') ?? document.querySelector('combo-box input');
}

/** Fills `{0}`, `{1}`, … of a text. */
export function filled(text: string, ...values: readonly (string | number)[]): string {
  return text.replace(/\{(\d+)\}/gu, (match, index: string) => String(values[Number(index)] ?? match));
}
