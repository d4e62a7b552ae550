import { missingFile } from '../messages/build-rules.ts';
import type { Message, Outcome } from '../model/message.ts';
import type { Files } from '../model/ports.ts';
import type { QualProject } from '../model/qual.ts';
import { isProject, readProject } from '../qual/read-project.ts';
import type { LoadedPackage } from './load-data.ts';

/** Reads and checks those of the named resources that are qualitative projects. */
export async function loadProjects(
  names: readonly string[],
  { dataPackage, placeOf }: LoadedPackage,
  files: Files,
): Promise<Outcome<ReadonlyMap<string, QualProject>>> {
  const messages: Message[] = [];
  const projects = new Map<string, QualProject>();
  for (const resource of dataPackage.resources) {
    if (!names.includes(resource.name) || !isProject(resource)) continue;
    const path = `data/${resource.path}`;
    const bytes = await files.read(path);
    if (bytes === undefined) {
      const what = `the interviews of the resource "${resource.name}"`;
      const remedy = 'put the file there, or take the resource out of the data package';
      messages.push(missingFile(path, what, remedy, placeOf(resource.name, 'path')));
      continue;
    }
    const outcome = readProject(resource, bytes, placeOf(resource.name, 'hash'));
    messages.push(...outcome.messages);
    if (outcome.value === undefined) continue;
    const { confidential } = resource;
    const rule = confidential !== undefined && 'consent' in confidential ? { confidential } : {};
    projects.set(resource.name, { ...outcome.value, ...rule });
  }
  return { value: projects, messages };
}
