import type { BuildPorts } from './build-ports.ts';

/**
 * The code of the phases after the computing, with the fonts: Vega and the processors of Markdown and HTML take a
 * third of a second to load. The parts come one after another, so that what R answers meanwhile is heard between them.
 */
export async function loadLaterPhases(ports: Pick<BuildPorts, 'browser' | 'fonts' | 'tools'>) {
  const draw = await import('./draw-charts.ts');
  await ports.fonts();
  const compose = await import('./compose-report.ts');
  ports.browser().catch(() => undefined); // said where the print asks for it
  ports.tools().catch(() => undefined);
  const print = await import('./print-report.ts');
  const assemble = await import('./assemble-edition.ts');
  return { ...draw, ...compose, ...print, ...assemble };
}

/** `createR` that starts other work of this thread's when R is first asked for: from then on it waits for R. */
export function whileRWorks(createR: BuildPorts['createR'], work: () => unknown): BuildPorts['createR'] {
  let isStarted = false;
  return (files, analysis) => {
    const opening = createR(files, analysis);
    if (!isStarted) setImmediate(work); // once the request is on its way
    isStarted = true;
    return opening;
  };
}
