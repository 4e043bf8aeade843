import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** The certificate of the authority as a file, which is how clients want it (`NODE_EXTRA_CA_CERTS` and the like). */
export class AuthorityFile {
  readonly path: string;

  /** @param pem goes into a new folder below the system's temporary one */
  static async write(pem: string): Promise<AuthorityFile> {
    const folder = await mkdtemp(path.join(tmpdir(), 'synapse-emulator-'));
    const file = path.join(folder, 'ca.pem');
    await writeFile(file, pem);
    return new AuthorityFile(file);
  }

  private constructor(file: string) {
    this.path = file;
  }

  async remove(): Promise<void> {
    await rm(path.dirname(this.path), { recursive: true, force: true });
  }
}
