/** The making of charts is loaded with its first use, never with the pane. */
export const drawing = {
  drawCharts: async () => (await import('./charts')).drawCharts(),
};
