// The measured figures as a table, with what they were measured on.
import os from 'node:os';

const cells = ({ rps, p50, p95, p99, cpu, statements }) => [rps, p50, p95, p99, cpu.toFixed(3), statements.toFixed(2)];

export function report(rows, { sizes, seconds, only }) {
  const head = [
    'operation',
    'ideas',
    'req/s',
    'p50 ms',
    'p95',
    'p99',
    'CPU ms/req',
    'SQL/req',
    'limit req/s',
    'limit CPU ms',
    'CPU ÷ limit',
    'target',
    'peak MB',
  ];
  const line = (values) => `| ${values.join(' | ')} |`;
  const body = rows
    .toSorted((a, b) => a.name.localeCompare(b.name) || a.ideas - b.ideas)
    .map((row) =>
      line([
        row.name,
        row.ideas,
        ...cells(row.api),
        row.limit.rps,
        row.limit.cpu.toFixed(3),
        (row.api.cpu / row.limit.cpu).toFixed(2),
        `≤ ${row.target}`,
        row.peak,
      ]),
    );
  const growth = [...new Set(rows.map(({ name }) => name))].map((name) => {
    const own = rows.filter((row) => row.name === name).toSorted((a, b) => a.ideas - b.ideas);
    return line([
      name,
      (own.at(-1).api.cpu / own[0].api.cpu).toFixed(2),
      (own.at(-1).api.p50 / Math.max(own[0].api.p50, 1)).toFixed(2),
    ]);
  });
  return `# Measured

Machine: ${os.cpus().length} × ${os.cpus()[0].model}, ${Math.round(os.totalmem() / 2 ** 30)} GB, ${os.type()} ${os.release()}, Node ${process.version}, the embedded PostgreSQL 18, load generator on the same machine.
Command: \`npm run bench -- load ${sizes.join(',')}${only && ` ${only}`}\`, ${seconds} s each after a warm-up, in turns of one second with the limit, 32 connections (64 where it says so), one server process (\`ROLE=api\`: background jobs wait), 20 votes and 5 comments an idea.
CPU is the server process's own, user and system. The limit is node:http and pg with one hand-written statement each, which checks no rights.

${line(head)}
${line(head.map(() => '---'))}
${body.join('\n')}

From the smallest to the largest community, by how much an operation's CPU and its median grow:

${line(['operation', 'CPU ×', 'p50 ×'])}
${line(['---', '---', '---'])}
${growth.join('\n')}
`;
}
