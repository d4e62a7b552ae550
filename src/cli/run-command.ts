import type { ApprovePorts } from '../approve-report.ts';
import type { BuildPorts, Progress } from '../build/build-ports.ts';
import { buildReports } from '../build.ts';
import type { LinkPorts } from '../check-links.ts';
import { type DescribePorts, describeData } from '../describe-data.ts';
import { type DoctorPorts, doctor } from '../doctor.ts';
import { type ImportPorts, importData } from '../import-data.ts';
import { makeSynthetic, type SyntheticPorts } from '../make-synthetic.ts';
import type { PackagePorts } from '../package-report.ts';
import type { ChangesPorts } from '../report-changes.ts';
import type { VerifyPorts } from '../verify-report.ts';
import { helpText } from './help-text.ts';
import { type Command, MisuseError, parseArguments } from './parse-arguments.ts';
import { describeBuild, exitCodeOf } from './print-build.ts';
import { ProgressPrinter, type Screen } from './progress-printer.ts';

/** What the commands ask of the world. The entry point opens it, so that nothing starts before it is needed. */
export interface World {
  /** The terminal, or the pipe, that a person reads. */
  readonly screen: Screen;
  buildPorts(options: { readonly noSandbox: boolean; readonly progress: Progress }): BuildPorts;
  describePorts(): DescribePorts;
  changesPorts(): Pick<ChangesPorts, 'checkOut' | 'folder' | 'write' | 'print'>;
  approvePorts(): Pick<ApprovePorts, 'write' | 'print'>;
  /** Today as an ISO date: what a command writes into a file of the researcher's, never what a build says. */
  today(): string;
  importPorts(from: string): Promise<ImportPorts>;
  syntheticPorts(): SyntheticPorts;
  verifyPorts(): VerifyPorts;
  packagePorts(): PackagePorts;
  linkPorts(): Pick<LinkPorts, 'files' | 'ask'>;
  doctorPorts(): DoctorPorts;
  /** Ends every engine that was started. */
  close(): Promise<void>;
}

/** Exit codes, as the help states them. */
const MISUSE = 2;
const FAULT = 3;

/** Runs one command and gives its exit code; whatever goes wrong is said, never thrown. */
export async function runCommand(words: readonly string[], world: World): Promise<number> {
  const print = (text: string) => world.screen.write(`${text}\n`);
  try {
    return await run(parseArguments(words), world, print);
  } catch (error) {
    if (error instanceof MisuseError) {
      print(`${error.message}\n\n${helpText(words[0])}`);
      return MISUSE;
    }
    print(describeFault(error));
    return FAULT;
  } finally {
    await world.close();
  }
}

async function run(command: Command, world: World, print: (text: string) => void): Promise<number> {
  switch (command.name) {
    case 'help':
      print(helpText(command.of));
      return 0;
    case 'doctor':
      return doctor(world.doctorPorts());
    case 'describe-data':
      return describeData(command, world.describePorts());
    case 'import-data':
      return importData(command, await world.importPorts(command.from));
    case 'trace': {
      const { trace } = await import('../trace.ts');
      const progress: Progress = { phase: () => undefined };
      return trace(command, { ...world.buildPorts({ noSandbox: false, progress }), print });
    }
    case 'report-changes': {
      const { reportChanges } = await import('../report-changes.ts');
      const ports = world.buildPorts({ noSandbox: false, progress: { phase: () => undefined } });
      return reportChanges(command, { ...ports, ...world.changesPorts() });
    }
    case 'approve-report': {
      const { approveReport } = await import('../approve-report.ts');
      const ports = world.buildPorts({ noSandbox: false, progress: { phase: () => undefined } });
      const date = command.date ?? ports.sourceDate ?? world.today();
      const privateKey = command.sign === undefined ? undefined : await readKey(command.sign, world);
      const options = { report: command.report, approval: { name: command.by, date }, privateKey };
      return approveReport(options, { ...ports, ...world.approvePorts() });
    }
    case 'verify-report': {
      const { verifyReport } = await import('../verify-report.ts');
      return verifyReport(command, world.verifyPorts());
    }
    case 'package-report': {
      const { packageReport } = await import('../package-report.ts');
      return packageReport(command.report, world.packagePorts());
    }
    case 'check-links':
      return runLinks(command.reports, world, print);
    case 'make-synthetic':
      return makeSynthetic(command, world.syntheticPorts());
    case 'build-report': {
      const progress = new ProgressPrinter(world.screen);
      const ports = world.buildPorts({ noSandbox: command.noSandbox, progress });
      const result = await buildReports(command.reports, ports, command).finally(() => progress.done());
      world.screen.write(describeBuild(result));
      const links = command.checkLinks ? await runLinks(command.reports, world, print) : 0;
      return Math.max(exitCodeOf(result), links);
    }
  }
}

async function runLinks(
  reports: readonly string[],
  world: World,
  print: (text: string) => void,
): Promise<number> {
  const { checkLinks } = await import('../check-links.ts');
  return checkLinks(reports, { ...world.linkPorts(), print });
}

async function readKey(path: string, world: World): Promise<string> {
  const bytes = await world.verifyPorts().readGiven(path, 100_000);
  if (typeof bytes === 'string')
    throw new MisuseError(`"--sign" takes the file of a private key; ${path} is ${bytes}`);
  return Buffer.from(bytes).toString('utf8');
}

function describeFault(error: unknown): string {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return [
    'This is a fault of Plumbline, not of your files. Nothing in output/ was changed by the failed step.',
    'To report it, send the lines below with what `npm run doctor` prints and the command you gave.',
    '',
    text,
  ].join('\n');
}
