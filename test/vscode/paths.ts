import path from 'node:path';

/** The project's root folder. */
export const projectRoot = path.resolve(import.meta.dirname, '../..');

/** What is installed once and reused by later runs: VS Code's server and the browser. VSCODE_TEST_CACHE puts it elsewhere. */
export const cacheFolder = path.resolve(process.env['VSCODE_TEST_CACHE'] ?? path.join(projectRoot, '.vscode-test'));

/** What test runs leave behind for a reader: reports, pictures of failures, recorded traffic. */
export const resultsFolder = path.join(projectRoot, 'test-results');
