import type { Command } from '../commands.ts';
import type { FullText } from '../text/svLater.ts';
import type { World } from '../world.ts';
import { commandFacts, commandWords } from './commandWords.ts';

/** A command that is not on the site, and in words why not, where time alone will not help. */
export type UnsentLine = { readonly command: Command; readonly why: string | undefined };

/**
 * Everything that is not sent, for a file: in words first, for whoever opens it, and then the command itself, so that
 * nothing of it is lost.
 */
export function unsentFile(lines: readonly UnsentLine[], world: World, text: FullText) {
  const all = lines.map(({ command, why }) => ({
    what: commandWords(command, world, text),
    where: commandFacts(command, world, text),
    by: command.by.name,
    ...(why === undefined ? {} : { why }),
    command,
  }));
  return `${JSON.stringify({ app: text.app, lines: all }, undefined, 2)}\n`;
}
