import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { ValidateFunction } from 'ajv';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';

/**
 * Microsoft's own schemas, from the package that ships them, so that checking needs no network. They are
 * read as files: the package's code asks for a module that it does not declare.
 */
const schemas = path.join(
  path.dirname(createRequire(import.meta.url).resolve('@microsoft/app-manifest/package.json')),
  'build/json-schemas',
);

function schemaOf(document: unknown): string | undefined {
  const named = (document as { $schema?: unknown } | null)?.$schema;
  const prefix = 'https://developer.microsoft.com/json-schemas/';
  return typeof named === 'string' && named.startsWith(prefix) ? named.slice(prefix.length) : undefined;
}

const compiled = new Map<string, ValidateFunction>();

/** Undefined where the package has no such schema. */
function validatorOf(name: string): ValidateFunction | undefined {
  const known = compiled.get(name);
  const file = path.join(schemas, name);
  if (known || !existsSync(file)) return known;
  // The schemas' patterns are not valid with the unicode flag, and two of them use escapes JSON lacks.
  const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
  addFormats(ajv, ['uri', 'email', 'regex']);
  const text = readFileSync(file, 'utf8').replace(/\\a/g, '\\u0007').replace(/\\v/g, '\\u000b');
  const validate = ajv.compile(JSON.parse(text));
  compiled.set(name, validate);
  return validate;
}

/** What is wrong with a manifest or a language file, one sentence each; nothing when it is valid. */
export function againstItsSchema(file: string, document: unknown): string[] {
  const name = schemaOf(document);
  if (name === undefined) return [`${file} names no Teams schema in $schema.`];
  const validate = validatorOf(name);
  if (!validate) return [`${file} names the schema ${name}, which @microsoft/app-manifest does not have.`];
  if (validate(document)) return [];
  return (validate.errors ?? []).map((error) => {
    const place = error.instancePath.slice(1).replaceAll('/', '.') || 'the file itself';
    const about = Object.values(error.params as Record<string, unknown>).join(', ');
    return `${file}: ${place} ${error.message ?? 'is not valid'} (${about}).`;
  });
}
