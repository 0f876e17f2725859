/** How a printed report looks, on screen and on paper. Fonts are the reader's own: the file fetches nothing. */
export const STYLE = `
:root { color-scheme: light; }
body { max-width: 44rem; margin: 3rem auto; padding: 0 1.25rem; color: #1d1d1b; background: #fff;
  font: 1rem/1.55 system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif; }
h1 { font-size: 2rem; line-height: 1.2; margin: 0 0 2rem; }
h2 { font-size: 1.5rem; margin: 3rem 0 1rem; } h3 { font-size: 1.2rem; margin: 2rem 0 .75rem; }
h4, h5, h6 { font-size: 1rem; margin: 1.5rem 0 .5rem; }
nav ol { list-style: none; padding: 0; } nav a { color: inherit; }
nav .level-2 { padding-left: 1.5rem; } nav .level-3 { padding-left: 3rem; } nav .level-4 { padding-left: 4.5rem; }
figure { margin: 1.25rem 0; }
.excerpt { padding-left: 1.25rem; border-left: 3px solid #b9b4aa; break-inside: avoid-page; }
.excerpt blockquote { margin: 0; font-family: Georgia, 'Source Serif 4', 'Times New Roman', serif; }
.excerpt p { margin: 0 0 .5rem; } .excerpt .interviewer { color: #555; }
.excerpt figcaption { font-family: Georgia, 'Source Serif 4', serif; }
.claim { font-weight: 600; } .withheld { color: #8a2d12; } .note { color: #555; font-size: .875rem; }
.table { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-size: .875rem; font-variant-numeric: tabular-nums; }
caption { text-align: left; font-weight: 600; padding-bottom: .5rem; }
th, td { border-bottom: 1px solid #ddd; padding: .35rem .5rem; text-align: right; vertical-align: top; }
tbody th, thead td { text-align: left; font-weight: 400; }
.depth-1 { padding-left: 1.5rem; } .depth-2 { padding-left: 2.5rem; } .depth-3, .depth-4 { padding-left: 3.5rem; }
.chart { width: 100%; height: auto; font: 12px system-ui, sans-serif; }
@media print { body { margin: 0; max-width: none; font-size: 10.5pt; } h2, h3, h4 { break-after: avoid; }
  nav a { text-decoration: none; } section > h2 { break-before: auto; } tr { break-inside: avoid; } @page { margin: 22mm 20mm; } }
`;
