import http from 'node:http';
import https from 'node:https';
import { json } from 'node:stream/consumers';

/** Posts a form and reads the JSON of the answer. VS Code's `fetch` would not trust what a test makes Node trust. */
export async function postForm(url, form) {
  const { promise, resolve, reject } = Promise.withResolvers();
  const request = (url.startsWith('https:') ? https : http).request(
    url,
    { method: 'POST', headers: { 'Content-Type': 'application/x-www-form-urlencoded' } },
    resolve,
  );
  request.on('error', reject);
  request.end(form.toString());
  const reply = await promise;
  const body = await json(reply);
  if (reply.statusCode !== 200) throw new Error(`the emulator gave no token (${reply.statusCode}): ${body.error}`);
  return body;
}
