/** `sx` of an MUI X Data Grid at the house's density. Rows are 32 px, headings 30 px: pass `rowHeight={32} columnHeaderHeight={30}` as well. */
export const dataGridSx = {
  border: 0,
  fontSize: 13,
  background: 'var(--op-surface)',
  '--DataGrid-containerBackground': 'var(--op-surface)',
  '--DataGrid-rowBorderColor': 'var(--op-border)',
  '& .MuiDataGrid-columnHeaderTitle': { fontWeight: 500, fontSize: 12, color: 'var(--op-muted)' },
  '& .MuiDataGrid-cell': { padding: '0 8px' },
  '& .MuiDataGrid-columnHeader': { padding: '0 8px' },
  '& .MuiDataGrid-columnSeparator': { color: 'var(--op-border)' },
  '& .MuiDataGrid-cell:focus, & .MuiDataGrid-columnHeader:focus': { outline: 'none' },
  '& .MuiDataGrid-cell:focus-visible, & .MuiDataGrid-columnHeader:focus-visible': {
    outline: '2px solid var(--op-focus)',
    outlineOffset: '-2px',
  },
  '& .MuiDataGrid-row:hover': { background: 'var(--op-hover)' },
  '& .MuiDataGrid-row.Mui-selected, & .MuiDataGrid-row.Mui-selected:hover': {
    background: 'var(--op-selected)',
  },
} as const;
