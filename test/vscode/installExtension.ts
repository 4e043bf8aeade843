import { execFile } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { installServer } from './installServer.ts';

/** Installs a .vsix file with VS Code's own command line into `folder`, for `ServerOptions.extensionsFolder`. */
export async function installExtension(vsix: string, folder: string): Promise<void> {
  const { folder: vscode, node } = await installServer();
  const server = path.join(vscode, 'out', 'server-main.js');
  const data = path.join(folder, '.data');
  const { stdout, stderr } = await promisify(execFile)(
    node,
    [server, '--install-extension', vsix, '--extensions-dir', folder, '--server-data-dir', data, '--force'],
    { env: { ...process.env, XDG_RUNTIME_DIR: folder } },
  );
  if (!stdout.includes('successfully installed')) throw new Error(`${vsix} was not installed:\n${stdout}${stderr}`);
}
