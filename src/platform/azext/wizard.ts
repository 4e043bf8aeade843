/** One of the things to choose from. Labels are plain text. */
export interface Choice<Value> {
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
  /** Shown, but choosing it does nothing. */
  readonly disabled?: boolean;
  readonly value: Value;
}

export interface ChoiceQuestion<Value> {
  readonly placeholder: string;
  /** In the order in which they are shown; the first one is what Enter takes. */
  readonly choices: readonly Choice<Value>[];
}

export interface TextQuestion {
  readonly prompt: string;
  /** What stands in the box at first. */
  readonly value: string;
  /** Why the text will not do; undefined when it will. */
  readonly validate: (text: string) => string | undefined;
}

/** How a step asks. Both reject when the user cancels or goes back; the wizard knows what to make of it. */
export interface WizardUi {
  choose<Value>(question: ChoiceQuestion<Value>): Promise<Value>;
  type(question: TextQuestion): Promise<string>;
}

/** One question of a wizard. What it learns it keeps in a draft that it shares with the other steps. */
export interface WizardStep {
  /** Whether the question makes sense after the answers so far; always by default. */
  readonly when?: () => boolean;
  readonly ask: (ui: WizardUi) => Promise<void>;
}

/**
 * Asks one question after the other; Back leads to the one before, and what was answered stands there as it was. It
 * changes nothing: whoever calls acts on the draft afterwards. azext-utils is loaded on the way.
 *
 * @throws vscode.CancellationError when the user turns away
 */
export async function runWizard(title: string, steps: readonly WizardStep[]): Promise<void> {
  const { runAzureWizard } = await import('./azureWizard.ts');
  await runAzureWizard(title, steps);
}
