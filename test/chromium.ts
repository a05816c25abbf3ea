/**
 * A Chromium without a window, on a machine with nothing but Node and npm: browser and system libraries are in a package.
 * In: nothing. Out: the browser, and how to close it so that nothing of it is left.
 *
 * The package is for 64-bit Linux on Intel or AMD; elsewhere it is the Chrome that is installed.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

export interface OpenBrowser {
  readonly browser: Browser;
  readonly close: () => Promise<void>;
}

/** What the package goes by: where it unpacks to, and whether to bring NSS and expat, which a bare system lacks. */
const unpackingTo = (folder: string) => ({ TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' });

export async function openChromium(): Promise<OpenBrowser> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    const browser = await chromium.launch({ channel: 'chrome' });
    return { browser, close: () => browser.close() };
  }
  const folder = mkdtempSync(join(tmpdir(), 'kombinat-chromium-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  const before = { ...process.env };
  try {
    Object.assign(process.env, unpackingTo(folder));
    // Only now: it sets the path of its libraries when it is loaded.
    const { default: packed } = await import('@sparticuz/chromium');
    const browser = await chromium.launch({ executablePath: await packed.executablePath() });
    return { browser, close: () => browser.close().finally(remove) };
  } catch (error) {
    remove();
    throw error;
  } finally {
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
  }
}
