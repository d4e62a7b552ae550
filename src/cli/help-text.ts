const GENERAL = `Plumbline turns source datasets into research briefings whose every figure can be followed back.

  npm run build-report                      every report
  npm run build-report -- <id> [<id> …]     these reports: reports/<id>/report.md → output/<id>/
  npm run approve-report -- <id> --by …     records who has read a report and stands by it
  npm run report-changes -- <revision>      what changed since, with a draft of a correction notice
  npm run trace -- <report> <figure>        where a figure comes from; --recompute computes it again
  npm run verify-report -- <id or PDF>      whether an edition is what it says, and can be made again
  npm run package-report -- <id>            an edition with all that it was made from, as a zip
  npm run describe-data -- data/<file>      writes a dataset's entry in data/datapackage.json
  npm run import-data -- --from <folder>    official files → tidy extracts in data/
  npm run make-synthetic                    made-up records → data/synthetic/
  npm run check-links                       whether the addresses in reports still answer
  npm run doctor                            versions, browser, fonts, state of the data
  npm run build-report -- --help            more on one command

Exit codes: 0 done · 1 messages about your files, or a PDF that could not be made · 2 the command's words
are off · 3 a fault of Plumbline's own`;

const COMMANDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'build-report': `npm run build-report [-- <id> …] [--locked] [--check-links] [--no-sandbox]

Computes the findings of each report from the data and writes output/<id>/: the web page, the PDF,
findings.json, tables/*.csv and manifest.json. An edition is replaced as a whole, or not at all: a report
with an error keeps its last edition while the others go on.

  <id>           build these reports only; the folder in reports/ names a report
  --locked       refuse a report that is not as approved: for CI and releases
  --check-links  ask afterwards whether each web address answers: npm run check-links
  --no-sandbox   print without the browser's sandbox, where the system has none; the manifest says so

  PLUMBLINE_BROWSER=<path>    print with this Chrome or Chromium; "none" builds the web page only
  SOURCE_DATE_EPOCH=<seconds> the date that the PDF's metadata carry in place of the front matter's`,
    'approve-report': `npm run approve-report -- <id> --by "<name>" [--date 2026-11-24] [--sign <key>.pem]

Records in reports/<id>/findings.lock.json that somebody has read a report and stands by its figures, claims
and paragraphs. From then on a build says what differs, by how much and why, and which paragraphs to read
again. What is approved is the page in output/<id>/: build it and read it first. A second person approves in
the same way; what somebody else approved lapses where it changed.

  --by <name>      who has read it
  --date <date>    the day; SOURCE_DATE_EPOCH's or today's where left out
  --sign <file>    sign the edition with this private key (ed25519, PEM): reports/<id>/edition.signature.json`,
    'report-changes': `npm run report-changes -- <revision> [<id> …]
npm run report-changes -- --edition <folder> [<id> …]
npm run report-changes -- --data <folder> [<id> …]

Compares reports as the files give them now with what they were, and writes output/changes/<id>.html and .md:
figures with difference and reason, claims, wording word by word, charts side by side, and a draft of a
correction notice.

  <revision>           a commit, tag or branch of git: it is built in a temporary folder and compared
  --edition <folder>   an edition kept in a folder, or a folder of editions by id
  --data <folder>      what these data give with today's scripts and texts: an older data/, or a newer`,
    trace: `npm run trace -- <report> [<figure> | table:<name> [<key> … <column>]] [--recompute] [--json]

Says where a figure comes from, as the edition in output/ has it: exact value, rounding, interval, definition,
method, query or R call, the line of the script, each data file with its hash, licence and source, and where
the report shows it. Without an edition the figures are computed first.

  npm run trace -- care-trends                              every figure and table
  npm run trace -- care-trends share-rising                 a figure
  npm run trace -- care-trends table:regional-change        a table
  npm run trace -- care-trends table:regional-change London change_percent    a cell: the key, then the column

  --recompute    computes it again from the files, with the one analysis that gives it, and compares
  --json         the same for a program`,
    'verify-report': `npm run verify-report -- <report> | <file>.pdf | <folder> [--key <public key>.pem]

Checks an edition in output/, a folder with one, or a PDF alone: its files against its manifest, the PDF's
digest and signature, what the PDF carries, and what it was made from against this checkout. Then builds it
again in a clean folder and compares bytes; where they differ, says in what: findings, text, drawing.

  --key <file>   the signer's public key: the edition must be signed by its holder`,
    'package-report': `npm run package-report -- <report>

Writes output/packages/<report>.zip: the edition in output/, its sources, its data and Plumbline itself, as an
RO-Crate 1.2 from which another machine builds and verifies it. A confidential dataset is never packed.`,
    'describe-data': `npm run describe-data -- data/<file> [data/<file> …] [--sheet "<name>"] [--header-rows 4,5]

For a file that data/datapackage.json does not list: adds an entry with guessed fields, symbols and key, for
you to correct. For a file that it lists: checks it as a build does, then writes its size and hashes.

  data/<file>      CSV, Parquet, XLSX, XLS or ODS
  --sheet <name>       the sheet of a workbook that is described for the first time
  --header-rows 4,5    the rows of its header, where the guess is wrong`,
    'import-data': `npm run import-data -- --from <folder> [--check] [<importer> …]

Runs the importers in scripts/import/ on a folder of official files as their publishers issue them, writes
the tidy extracts and data/datapackage.json, and says what it read, dropped and mapped.

  --from <folder>  where the official files are (default ../shared/data)
  --check          compare with the committed extracts instead of writing; SKIPPED where there is no folder
  <importer>       run these only`,
    'make-synthetic': `npm run make-synthetic [-- --check]

Runs the generators in scripts/synthetic/ and writes the records they make up to data/synthetic/, each marked
as synthetic in data/datapackage.json. Seeds decide them: the same project always makes the same records.

  --check          compare with the committed records instead of writing`,
    'check-links': `npm run check-links [-- <id> …]

Asks each web address of reports, references and the data package whether it is there, and names
those that are not with their place. Sites that turn programs away are named too, and are no error. No other
command uses the network.`,
    doctor: `npm run doctor

Prints versions, the browser and where it came from, the fonts, and the state of the data.`,
  }),
);

/** The help of one command, or of all. */
export function helpText(command: string | undefined): string {
  return (command === undefined ? undefined : COMMANDS.get(command)) ?? GENERAL;
}
