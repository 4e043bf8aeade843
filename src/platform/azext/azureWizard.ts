import {
  AzureWizard,
  AzureWizardPromptStep,
  callWithTelemetryAndErrorHandling,
  GoBackError,
  type IActionContext,
} from '@microsoft/vscode-azext-utils';
import * as vscode from 'vscode';
import { plainText } from '../plainText.ts';
import type { ChoiceQuestion, TextQuestion, WizardStep, WizardUi } from './wizard.ts';

// The library knows Back by the name of this class, which the bundle has made short.
Object.defineProperty(GoBackError, 'name', { value: 'GoBackError' });

/** `runWizard` with azext-utils' AzureWizard: step count, Back, and the boxes themselves are the library's. */
export async function runAzureWizard(title: string, steps: readonly WizardStep[]): Promise<void> {
  const finished = await callWithTelemetryAndErrorHandling('synapse.wizard', async (context) => {
    context.errorHandling.suppressDisplay = true;
    context.errorHandling.rethrow = true;
    context.telemetry.suppressAll = true;
    const promptSteps = steps.map((step) => new PromptStep(step));
    await new AzureWizard(context, { title: plainText(title), promptSteps }).prompt();
    return true;
  });
  // The library swallows a cancellation; what comes after the wizard must not run.
  if (finished !== true) throw new vscode.CancellationError();
}

class PromptStep extends AzureWizardPromptStep<IActionContext> {
  readonly #step: WizardStep;

  constructor(step: WizardStep) {
    super();
    this.#step = step;
  }

  async prompt({ ui }: IActionContext): Promise<void> {
    await this.#step.ask(new AzextUi(ui));
  }

  shouldPrompt(): boolean {
    return this.#step.when?.() ?? true;
  }
}

class AzextUi implements WizardUi {
  readonly #ui: IActionContext['ui'];

  constructor(ui: IActionContext['ui']) {
    this.#ui = ui;
  }

  async choose<Value>({ placeholder, choices }: ChoiceQuestion<Value>): Promise<Value> {
    const items = choices.map(({ label, description, detail, disabled, value }) => ({
      label: plainText(label),
      ...(description !== undefined && { description: plainText(description) }),
      ...(detail !== undefined && { detail: plainText(detail) }),
      // An item that says what to do when it is picked is not an answer: the list stays open.
      ...(disabled === true && { onPicked: () => undefined }),
      data: value,
      suppressPersistence: true,
    }));
    // The library would remember what was used last and move it to the top; the order here has a meaning.
    const chosen = await this.#ui.showQuickPick(items, { placeHolder: placeholder, suppressPersistence: true });
    return chosen.data;
  }

  async type({ prompt, value, validate }: TextQuestion): Promise<string> {
    return await this.#ui.showInputBox({ prompt, value, validateInput: validate });
  }
}
