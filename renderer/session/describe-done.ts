import type { Catalogue } from '#shared/definition/catalogue.ts';
import type { Command } from '#shared/engine/commands.ts';

function verbOf(catalogue: Catalogue, action: string): string {
  for (const type of catalogue.types) {
    const transition = type.lifecycle.transitions.find((one) => one.action === action);
    if (transition) return transition.label;
  }
  return action;
}

/** What a command did, as its toast says it. `number`: of the record that it was about. */
export function describeDone(catalogue: Catalogue, command: Command, number: string): string {
  switch (command.kind) {
    case 'create':
      return `${catalogue.type(command.type)?.label ?? 'Record'} ${number} created`;
    case 'edit':
      return `${number} saved`;
    case 'act':
      return `${number}: ${verbOf(catalogue, command.action)}`;
    case 'note':
      return `Note added to ${number}`;
    case 'attach':
      return `${command.name} attached to ${number}`;
    case 'redact':
      return `Redaction of ${number} asked for; another administrator has to confirm it`;
    case 'answerRedaction':
      return `${number}: redaction ${command.answer === 'confirm' ? 'confirmed' : 'declined'}`;
    case 'undo':
      return `${number}: change taken back`;
  }
}
