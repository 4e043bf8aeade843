/** What a run changes in the workbench beyond its settings. */
export interface WorkbenchChanges {
  /** Folders that are loaded as development extensions. */
  readonly developmentExtensions: readonly string[];
  /** The module whose `run()` the extension host calls instead of waiting for a person. */
  readonly testsPath?: string | undefined;
  /** Merged over VS Code's product.json. */
  readonly product: Readonly<Record<string, unknown>>;
}

interface WorkbenchConfiguration {
  developmentOptions?: Record<string, unknown>;
  productConfiguration?: Record<string, unknown>;
}

const SETTINGS = /(?<=id="vscode-workbench-web-configuration" data-settings=")[^"]*(?=")/;

/** Nothing in a run may leave the machine: no gallery of extensions, no telemetry, no updates. */
const offline = {
  extensionsGallery: undefined,
  enableTelemetry: false,
  telemetryEndpoint: undefined,
  updateEndpoint: undefined,
};

export function isWorkbenchPage(html: string): boolean {
  return SETTINGS.test(html);
}

/**
 * The workbench's page with another configuration. VS Code's server offers no option for development extensions and
 * product values; the page takes them from a `data-settings` attribute, so that is where they are put.
 */
export function configureWorkbenchPage(html: string, changes: WorkbenchChanges): string {
  return html.replace(SETTINGS, (attribute) => {
    const configuration = JSON.parse(unescape(attribute)) as WorkbenchConfiguration;
    configuration.developmentOptions = {
      ...configuration.developmentOptions,
      extensions: changes.developmentExtensions.map(remoteUri),
      ...(changes.testsPath === undefined ? {} : { extensionTestsPath: remoteUri(changes.testsPath) }),
    };
    configuration.productConfiguration = { ...configuration.productConfiguration, ...offline, ...changes.product };
    return escape(JSON.stringify(configuration));
  });
}

/** A path on the server as the browser names it; the authority is a fixed word, not the address. */
function remoteUri(path: string): object {
  return { scheme: 'vscode-remote', authority: 'remote', path };
}

function unescape(attribute: string): string {
  return attribute.replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}
