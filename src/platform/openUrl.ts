/**
 * Opens a page in the browser. azext-utils knows how to hand VS Code an address without having it escaped once more
 * on the way (vscode#85930), which the portal's and Studio's addresses do not survive.
 */
export async function openUrl(url: string): Promise<void> {
  const azext = await import('./azext/azext.ts');
  await azext.openUrl(url);
}
