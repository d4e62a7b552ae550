import type { Message, Place } from '../model/message.ts';
import { expectOneOf } from './expect-one-of.ts';
import { errorAt, type Rules, type Wording, warningAt } from './rule.ts';
import { suggestName } from './suggest-name.ts';
import { withExpectation } from './with-expectation.ts';
import { wordSyntaxError } from './word-syntax-error.ts';

export const buildRules = {
  'build/no-report': 'A report was asked for that the project does not have.',
  'build/duplicate-report': 'Two reports carry one id, so that one edition would overwrite the other.',
  'build/missing-file': 'A file that the project needs is not there.',
  'build/unknown-analysis': 'A report names an analysis that has no script.',
  'build/not-an-analysis':
    'A script does not declare an analysis with defineAnalysis, or plumbline_analysis in R.',
  'build/script-reaches-out': 'A script reaches for something that it did not declare.',
  'build/unknown-resource': 'An analysis declares a resource that the data package does not have.',
  'build/analysis-failed': 'An analysis threw an error.',
  'build/no-value': 'A script asks a row or a list for a number or a text that is not in it.',
  'build/sql-failed': 'The database refused a query of an analysis.',
  'build/r-failed': 'R stopped with an error.',
  'build/r-syntax': 'An R file cannot be read as R.',
  'build/no-r-package': 'R is asked for a package that does not come with it.',
  'build/r-warning': 'R gave a warning.',
  'build/unknown-chart': 'A report names a chart that is in neither its own folder nor the shared one.',
  'build/missing-image': 'A report shows an image that does not exist.',
  'build/not-an-image': 'A report shows a file that is not the picture that its name promises.',
  'build/script-not-typescript': 'A script cannot be read as TypeScript.',
  'build/script-fails': 'A script throws an error before its analysis is asked for anything.',
  'build/duplicate-row': 'Two rows of a query share the key that should tell its rows apart.',
  'build/analysis-id': 'An analysis calls itself otherwise than its file.',
  'build/not-utf-8': 'A text file holds bytes that are not UTF-8.',
  'build/bad-path': 'A path leads out of the project or means different things on different systems.',
  'build/unknown-citation-style': 'A report cites in a style that is not there, or that is none.',
  'build/missing-pdf': 'There is no browser to print with, or it failed, so that the edition lacks its PDF.',
  'build/edition-busy': 'The old edition cannot be replaced.',
} as const satisfies Rules;

export function noReport(id: string, known: readonly string[]): Message {
  if (!/^[\w-]+$/.test(id)) {
    return errorAt(
      'build/no-report',
      { file: 'reports' },
      {
        reason: `"${id}" cannot be the id of a report; expected one of ${known.join(', ') || 'none: reports/ is empty'}`,
        remedy: 'give the name of its folder in reports/ alone, without a path',
      },
    );
  }
  return errorAt(
    'build/no-report',
    { file: `reports/${id}/report.md` },
    {
      reason: `there is no report "${id}"; expected one of ${known.join(', ') || 'none: reports/ is empty'}`,
      remedy: suggestName(id, known, `name one of them, or write reports/${id}/report.md`),
    },
  );
}

export function duplicateReport(id: string, place: Place, other: Place): Message {
  return errorAt('build/duplicate-report', place, {
    reason: `the report id "${id}" is taken; expected every report to have its own, because it names its output`,
    remedy:
      'give one of the two another id in its front matter, or remove the line so that the folder names it',
    cause: { place: other, label: 'the other report with this id' },
  });
}

export function missingFile(file: string, purpose: string, remedy: string, place: Place = { file }): Message {
  return errorAt('build/missing-file', place, {
    reason: `${file} does not exist; expected ${purpose}`,
    remedy,
  });
}

export function unknownAnalysis(id: string, place: Place, known: readonly string[]): Message {
  return errorAt('build/unknown-analysis', place, {
    reason: `the analysis "${id}" has no script; expected scripts/${id}.ts or scripts/${id}.R`,
    remedy: suggestName(id, known, 'write it, or correct the name in the front matter'),
  });
}

export function notAnAnalysis(file: string, found: string): Message {
  const inR = file.endsWith('.R');
  return errorAt(
    'build/not-an-analysis',
    { file, line: 1, column: 1 },
    {
      reason: `${found}; expected ${inR ? '"plumbline_analysis(id = …)"' : '"export default defineAnalysis({ … })"'}`,
      remedy: `see docs/guide/${inR ? 'analyses-in-r' : 'analyses'}.md for a worked example`,
    },
  );
}

export function scriptReachesOut(place: Place, what: string): Message {
  return errorAt('build/script-reaches-out', place, {
    reason: `${what}; expected a script to use only what analysis.ts offers and what it is handed`,
    remedy: 'declare the data as a resource, or move the helper into scripts/; see docs/guide/analyses.md',
  });
}

export function unknownResource(name: string, place: Place, known: readonly string[]): Message {
  return errorAt('build/unknown-resource', place, {
    reason: `the resource "${name}" is not in data/datapackage.json; ${expectOneOf(known, 'resources')}`,
    remedy: suggestName(
      name,
      known,
      'correct the name in the analysis, or add the resource to the data package',
    ),
  });
}

export function analysisFailed(id: string, place: Place, error: string): Message {
  return errorAt('build/analysis-failed', place, {
    reason: `the analysis "${id}" threw: ${withExpectation(error, 'it to return findings, claims and tables')}`,
    remedy: 'mend the script at this line; nothing of the last edition was changed',
  });
}

export function noValue(place: Place, found: string, expected: string): Message {
  return errorAt('build/no-value', place, {
    reason: `${found}; expected ${expected}`,
    remedy:
      'correct the name, or decide in the script what to do where there is no figure: it must not pass as 0',
  });
}

export function sqlFailed(
  place: Place,
  error: string,
  position: { readonly line: number; readonly column: number | undefined } | undefined,
  declared: readonly string[],
): Message {
  // The engine's own guesses at a name are among its system tables.
  const [said = '', advice = ''] = error
    .replace(/\s*Did you mean "[^"]*"\?/, '')
    .replace(/^\w+ Error: /, '')
    .split(/\n\s*/);
  const where = position === undefined ? '' : ` (line ${position.line})`;
  const missing = /Table with name (\S+) does not exist/.exec(said)?.[1];
  if (missing === undefined) {
    return errorAt('build/sql-failed', place, {
      reason: `the database refused a query${where}: ${withExpectation(said.trim(), 'SQL as DuckDB reads it')}`,
      remedy: sqlRemedy(said, error, advice),
    });
  }
  return errorAt('build/sql-failed', place, {
    reason: `a query${where} reads the table ${missing}, which the analysis does not declare; ${expectOneOf(declared, 'declared resources')}`,
    remedy: suggestName(
      missing,
      declared,
      'name one of them, or add the resource to "resources" of the analysis',
    ),
  });
}

/** The engine lists the columns that there are; of others it advises in a line of its own, or not at all. */
function sqlRemedy(said: string, error: string, advice: string): string {
  const named = /(?:column named|[Cc]olumn|[Tt]able) "([^"]+)"(?: not found|$)/.exec(said)?.[1];
  const listed = /Candidate (?:bindings|tables):(.*)/.exec(error)?.[1] ?? '';
  const known = [...listed.matchAll(/"([^"]+)"/g)].map(([, name = '']) => name);
  if (named !== undefined && known.length > 0)
    return suggestName(named, known, `name one of ${known.join(', ')}`);
  return /^Either /.test(advice) ? `e${advice.slice(1).replace(/\.$/, '')}` : 'mend the query in the script';
}

export function rFailed(
  place: Place,
  error: string,
  call: string,
  innerCall: string | null,
  calledAt: Place,
): Message {
  return errorAt('build/r-failed', place, {
    reason: `R stopped in ${call}${innerCall ? `, at ${innerCall}` : ''}: ${withExpectation(error, 'it to return a value')}`,
    remedy: /^could not find function/.test(error)
      ? 'define the function in this file, or in another that the analysis names in "r"; packages are those of R itself'
      : 'mend the R function or the data that it is given',
    ...calledFrom(place, calledAt),
  });
}

export function rSyntax(place: Place, problem: string, calledAt: Place): Message {
  return errorAt('build/r-syntax', place, {
    reason: `the file cannot be read: ${problem}; expected R`,
    remedy: 'mend the line, or the one before it; an editor that knows R underlines the fault',
    ...calledFrom(place, calledAt),
  });
}

/** The packages that come with the R of npm and are of use to an analysis. */
const R_PACKAGES = 'base, stats, splines, methods, utils or stats4';

export function noRPackage(place: Place, name: string, calledAt: Place): Message {
  return errorAt('build/no-r-package', place, {
    reason: `R has no package "${name}" here; expected what comes with R: ${R_PACKAGES}`,
    remedy:
      'do it with these packages, in SQL, or with a method of src/analysis.ts (docs/methods/), and remove library()',
    ...calledFrom(place, calledAt),
  });
}

/** Where the script calls R, or declares the file, if that is known and elsewhere. */
function calledFrom(place: Place, at: Place): Pick<Wording, 'cause'> {
  return place.file === at.file || at.line === undefined
    ? {}
    : { cause: { place: at, label: 'called from' } };
}

export function rWarning(place: Place, warning: string, call: string, innerCall: string | null): Message {
  return warningAt('build/r-warning', place, {
    reason: `R warned in ${call}${innerCall ? `, at ${innerCall}` : ''}: ${withExpectation(warning, 'none')}`,
    remedy: 'decide whether the result still stands; suppressWarnings() in R where it does',
  });
}

export function unknownChart(target: string, place: Place, known: readonly string[]): Message {
  return errorAt('build/unknown-chart', place, {
    reason: `the chart "${target}" does not exist; expected a file beside the report or in templates/charts/`,
    remedy: suggestName(target, known, 'correct the path, or write the chart specification'),
  });
}

export function missingImage(target: string, place: Place, known: readonly string[]): Message {
  return errorAt('build/missing-image', place, {
    reason: `the image "${target}" does not exist; expected a file in the report's own folder`,
    remedy: suggestName(target, known, 'correct the path, or put the image there'),
  });
}

/** @param file where it should be, if a file that is no style stands there */
export function unknownCitationStyle(
  place: Place,
  name: string,
  file: string | undefined,
  known: readonly string[],
): Message {
  const found = file === undefined ? `there is no citation style "${name}"` : `${file} is no style`;
  return errorAt('build/unknown-citation-style', place, {
    reason: `${found}; expected one of ${known.join(', ')}, or a style of the Citation Style Language in templates/citation-styles/`,
    remedy: suggestName(name, known, 'name one of them, or put the .csl file there'),
  });
}

export function notUtf8(place: Place): Message {
  return errorAt('build/not-utf-8', place, {
    reason: 'the file holds bytes that are not UTF-8; expected a text file in UTF-8',
    remedy: 'save the file as UTF-8 in your editor',
  });
}

export function badPath(path: string, reason: string, place: Place = { file: path }): Message {
  return errorAt('build/bad-path', place, {
    reason: `the path "${path}" ${reason}; expected a path inside the project`,
    remedy: 'move the file into the project and name it from there',
  });
}

export function missingPdf(file: string, why: string, remedy: string): Message {
  return errorAt(
    'build/missing-pdf',
    { file },
    {
      reason: `the PDF could not be made: ${withExpectation(why, 'a browser that prints')}. The new edition in output/ holds the web page and the figures only; an earlier PDF there is gone, because its figures would be those of before`,
      remedy,
    },
  );
}

export function editionBusy(id: string): Message {
  return errorAt(
    'build/edition-busy',
    { file: `output/${id}` },
    {
      reason:
        'this edition cannot be replaced, perhaps because a program shows one of its files; expected a folder that can be moved',
      remedy: 'close the PDF or the page where it is open, and build again',
    },
  );
}

export function notAnImage(target: string, place: Place, problem: string): Message {
  return errorAt('build/not-an-image', place, {
    reason: `the image "${target}" cannot be shown: ${problem}; expected the picture that its name promises`,
    remedy: 'save the picture again, or name it after the format that it has',
  });
}

export function notTypeScript(place: Place, what: string): Message {
  const { found, expected } = wordSyntaxError(what);
  return errorAt('build/script-not-typescript', place, {
    reason: `the script cannot be read: ${found}; expected ${expected}`,
    remedy: 'mend the line; an editor that knows TypeScript underlines the fault',
  });
}

export function scriptFails(place: Place, error: string): Message {
  return errorAt('build/script-fails', place, {
    reason: `the script could not be loaded: ${error}; expected its lines outside "run" to do no more than declare`,
    remedy: 'mend the script at this line',
  });
}

export function otherAnalysisId(place: Place, found: string, expected: string): Message {
  return errorAt('build/analysis-id', place, {
    reason: `the analysis calls itself "${found}"; expected id: '${expected}', as its file is named`,
    remedy: 'rename the one or the other',
  });
}

export function duplicateRow(place: Place, key: readonly string[], rows: string): Message {
  return errorAt('build/duplicate-row', place, {
    reason: `two rows of the query have the same key (${key.join(', ')}): ${rows}; expected each key once`,
    remedy: 'add to "key" the column that tells the rows apart, or group by the key in the query',
  });
}
