import { paint } from './paint.ts';
import { OutpostSubject } from './subjects/outpost.ts';

/** What the data layer alone adds to a start: no interface, the same table. */
const outpost = new OutpostSubject();
await outpost.open();
const { rows } = await outpost.data.query(
  {
    type: 'incident',
    where: [{ column: 'stateClass', in: ['open'] }],
    sort: [{ column: 'priority' }, { column: 'createdAt' }],
  },
  { offset: 0, limit: 50 },
);
paint(rows.map(({ cells }) => cells));
