import type { Choice } from '../../definition/field.ts';

export const impactChoices: readonly Choice[] = [
  { value: '1', label: 'High', help: 'The mission, a whole site or very many users are stopped.' },
  { value: '2', label: 'Medium', help: 'A team or an important function is stopped or badly slowed.' },
  { value: '3', label: 'Low', help: 'One user, or a nuisance that can be worked around.' },
];

export const urgencyChoices: readonly Choice[] = [
  { value: '1', label: 'High', help: 'Harm is being done now, or will be within hours.' },
  { value: '2', label: 'Medium', help: 'Harm begins within a day or two.' },
  { value: '3', label: 'Low', help: 'Nothing is lost by waiting for its turn.' },
];

export const contactChoices: readonly Choice[] = [
  { value: 'phone', label: 'Phone' },
  { value: 'walkIn', label: 'Walk-in' },
  { value: 'email', label: 'E-mail' },
  { value: 'portal', label: 'Self-service' },
  { value: 'radio', label: 'Radio' },
  { value: 'event', label: 'Monitoring event' },
  { value: 'letter', label: 'Letter or message form' },
];

export const satisfactionChoices: readonly Choice[] = [
  { value: '5', label: 'Very satisfied' },
  { value: '4', label: 'Satisfied' },
  { value: '3', label: 'Neither' },
  { value: '2', label: 'Dissatisfied' },
  { value: '1', label: 'Very dissatisfied' },
];
