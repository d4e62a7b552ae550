/**
 * Properties whose result depends on the machine's locale or on where the files lie, and those by which a
 * script could come to what it is not handed, or change the language for every analysis after it.
 */
export const REFUSED_PROPERTIES: ReadonlySet<string> = new Set([
  ...['localeCompare', 'toLocaleString', 'toLocaleDateString', 'toLocaleTimeString'],
  ...['toLocaleUpperCase', 'toLocaleLowerCase', 'constructor', 'prototype', '__proto__'],
  ...['stack', 'captureStackTrace', 'prepareStackTrace', 'stackTraceLimit'],
  ...['getOwnPropertyDescriptor', 'getOwnPropertyDescriptors', 'getPrototypeOf', 'setPrototypeOf'],
  ...['__defineGetter__', '__defineSetter__', '__lookupGetter__', '__lookupSetter__'],
]);
