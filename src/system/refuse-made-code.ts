let isRefused = false;

/**
 * From now on, no value leads to the constructors of functions, by which a text becomes code that nobody has
 * checked: `[].map.constructor('…')`. Called before the first script runs, and for good, because a script's
 * functions may be called at any time. The global `Function`, which the check of scripts refuses by its name,
 * stays as it is: the template engine uses it.
 */
export function refuseMadeCode(): void {
  if (isRefused) return;
  isRefused = true;
  const kinds = [() => {}, async () => {}, function* () {}, async function* () {}];
  for (const kind of kinds) {
    const prototype: object = Object.getPrototypeOf(kind);
    const refusal = function refusal(): never {
      throw new TypeError('code cannot be made at run time here; write the function out');
    };
    // What looks at a function's kind by its constructor finds what it looked for.
    Object.defineProperty(refusal, 'name', { value: prototype.constructor.name });
    Object.defineProperty(refusal, 'prototype', { value: prototype });
    Object.defineProperty(prototype, 'constructor', { value: refusal, configurable: false, writable: false });
  }
}
