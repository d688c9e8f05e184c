const columns = ['number', 'state', 'title', 'priority', 'team', 'assignee', 'createdAt'];

/** Shows rows as a plain table. */
export function paint(rows: readonly object[]): void {
  const table = document.createElement('table');
  for (const row of rows) {
    const line = table.insertRow();
    const values = new Map(Object.entries(row));
    for (const column of columns) line.insertCell().textContent = String(values.get(column) ?? '');
  }
  document.body.append(table);
}
