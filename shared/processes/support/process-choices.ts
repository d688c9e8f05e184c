import type { Choice } from '../../definition/field.ts';

/** Every process of the framework (DESMF 9), declared here or not. */
export const frameworkProcesses: readonly Choice[] = [
  { value: 'SGM', label: 'Strategy Generation Management' },
  { value: 'BRM', label: 'Business Relationship Management' },
  { value: 'DM', label: 'Demand Management' },
  { value: 'FM', label: 'Financial Management for IT Services' },
  { value: 'SPM', label: 'Service Portfolio Management' },
  { value: 'SCM', label: 'Service Catalog Management' },
  { value: 'DC', label: 'Design Coordination' },
  { value: 'AvM', label: 'Availability Management' },
  { value: 'CapM', label: 'Capacity Management' },
  { value: 'ISM', label: 'Information Security Management' },
  { value: 'ITSCM', label: 'IT Service Continuity Management' },
  { value: 'SLM', label: 'Service Level Management' },
  { value: 'SUP', label: 'Supplier Management' },
  { value: 'TPS', label: 'Transition Planning and Support' },
  { value: 'AM', label: 'Asset Management' },
  { value: 'ChM', label: 'Change Management' },
  { value: 'Eval', label: 'Change Evaluation' },
  { value: 'CfM', label: 'Configuration Management' },
  { value: 'KM', label: 'Knowledge Management' },
  { value: 'RDM', label: 'Release and Deployment Management' },
  { value: 'SVT', label: 'Service Validation and Testing' },
  { value: 'AcM', label: 'Access Management' },
  { value: 'EM', label: 'Event Management' },
  { value: 'IM', label: 'Incident Management' },
  { value: 'PM', label: 'Problem Management' },
  { value: 'RF', label: 'Request Fulfillment' },
  { value: 'CSI', label: 'Continual Service Improvement' },
];

/** The framework's processes and the unit's own data: each has an owner. */
export const processChoices: readonly Choice[] = [
  ...frameworkProcesses,
  { value: 'FND', label: 'Unit data' },
];
