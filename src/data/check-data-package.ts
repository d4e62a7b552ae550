import {
  packageDuplicateName,
  packageUnknownField,
  packageUnknownResource,
} from '../messages/data-package-rules.ts';
import type { Message, Place } from '../model/message.ts';
import type { DataPackage, Resource } from '../model/resource.ts';

type PlaceAt = (path: readonly (string | number)[]) => Place;

/** Checks what the shape alone cannot say: that names are unique, and that keys name fields that exist. */
export function checkDataPackage(dataPackage: DataPackage, placeAt: PlaceAt): readonly Message[] {
  // Reversed, so that of two resources with one name the first counts.
  const resources = new Map(dataPackage.resources.toReversed().map((resource) => [resource.name, resource]));
  return [
    ...findDuplicates(dataPackage.resources, 'resource', (i) => placeAt(['resources', i, 'name'])),
    ...dataPackage.resources.flatMap((resource, i) => [
      ...findDuplicates(resource.schema.fields, 'field', (j) =>
        placeAt(['resources', i, 'schema', 'fields', j, 'name']),
      ),
      ...checkFields(resource.schema.primaryKey ?? [], resource, () =>
        placeAt(['resources', i, 'schema', 'primaryKey']),
      ),
      ...checkForeignKeys(resource, resources, (j) => placeAt(['resources', i, 'schema', 'foreignKeys', j])),
    ]),
  ];
}

function findDuplicates(
  named: readonly { readonly name: string }[],
  what: string,
  placeAt: (index: number) => Place,
): Message[] {
  const first = new Map<string, number>();
  return named.flatMap(({ name }, i) => {
    const before = first.get(name);
    if (before === undefined) first.set(name, i);
    return before === undefined ? [] : [packageDuplicateName(placeAt(i), what, name, placeAt(before))];
  });
}

function checkForeignKeys(
  resource: Resource,
  resources: ReadonlyMap<string, Resource>,
  placeAt: (index: number) => Place,
): Message[] {
  return (resource.schema.foreignKeys ?? []).flatMap(({ fields, reference }, i) => {
    const target = reference.resource === '' ? resource : resources.get(reference.resource);
    const own = checkFields(fields, resource, () => placeAt(i));
    if (target === undefined) {
      return [...own, packageUnknownResource(placeAt(i), reference.resource, [...resources.keys()])];
    }
    return [...own, ...checkFields(reference.fields, target, () => placeAt(i))];
  });
}

/** `place` is only called where there is a message: the first place costs a second parse of the file. */
function checkFields(names: readonly string[], resource: Resource, place: () => Place): Message[] {
  const known = resource.schema.fields.map((field) => field.name);
  return names
    .filter((name) => !known.includes(name))
    .map((name) => packageUnknownField(place(), name, resource.name, known));
}
