import { spawnSync } from 'node:child_process';
import { BrowserError } from '../model/ports.ts';
import type { FoundBrowser } from './find-browser.ts';

/**
 * Why a browser does not start. It says so on its standard error, which puppeteer does not pass on: it is
 * asked once more, by itself.
 *
 * @param args those with which it did not start
 */
export function explainBrowserFailure(
  error: unknown,
  found: FoundBrowser,
  args: readonly string[],
): BrowserError {
  const run = spawnSync(found.executable, ['--headless', ...args, '--dump-dom', 'about:blank'], {
    encoding: 'utf8',
    timeout: 10_000,
    ...(found.environment ? { env: { ...found.environment } } : {}),
  });
  const complaint = run.stderr ?? '';
  if (!args.includes('--no-sandbox') && /no usable sandbox|namespace|setuid sandbox/i.test(complaint)) {
    return new BrowserError(
      'The browser cannot start its sandbox, because this machine gives users no namespaces of their own',
      'have user namespaces allowed on this machine, or add --no-sandbox, which the manifest records',
    );
  }
  const reason = complaint.trim().split('\n')[0] || (error instanceof Error ? error.message : String(error));
  return new BrowserError(`${found.executable} does not start: ${reason}`, 'npm run doctor');
}
