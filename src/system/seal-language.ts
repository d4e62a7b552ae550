import { ALLOWED_GLOBALS, ERRORS } from './allowed-globals.ts';

let isSealed = false;

/**
 * From now on, no property of a function of the language can be given another value, nor one be added: what one
 * analysis kept there, or changed, another would meet. Prototypes stay as they are, because packages inherit
 * from them; scripts cannot come to them.
 */
export function sealLanguage(): void {
  if (isSealed) return;
  isSealed = true;
  // Packages give Error.prepareStackTrace a value for a moment; scripts come to no more of an error than "new".
  const names = [...ALLOWED_GLOBALS].filter((name) => name !== 'console' && !ERRORS.includes(name));
  const named = names.map((name): unknown => Reflect.get(globalThis, name)).filter(isObject);
  const seen = new Set<object>();
  const waiting = [...named];
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    if (seen.has(one)) continue;
    seen.add(one);
    for (const { value, get, set } of Object.values(Object.getOwnPropertyDescriptors(one))) {
      for (const part of [value, get, set]) if (isObject(part)) waiting.push(part);
    }
    const prototype: unknown = Object.getPrototypeOf(one);
    if (isObject(prototype)) waiting.push(prototype);
    const isPrototype = Object.hasOwn(one, 'constructor');
    if (named.includes(one) || (typeof one === 'function' && !isPrototype)) Object.freeze(one);
  }
}

function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}
