/** Who a note or a file is for: the desk, the requester as well, or all stakeholders of a major incident. */
export type Audience = 'internal' | 'requester' | 'stakeholders';
