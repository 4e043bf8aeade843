/**
 * Stands in for `@vscode/extension-telemetry` in the bundle (see esbuild.mjs). azext-utils makes a reporter whether
 * one is wanted or not; with this one in place the extension holds no code that could send anything.
 */
export class TelemetryReporter {
  readonly telemetryLevel = 'off';

  sendTelemetryEvent(): void {
    // Nothing is sent.
  }

  sendTelemetryErrorEvent(): void {
    // Nothing is sent.
  }

  dispose(): void {
    // Nothing is held.
  }
}
