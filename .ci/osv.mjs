// Asks OSV (https://google.github.io/osv.dev/api/) what is known against the parts of a CycloneDX file. Exit codes as .ci/audit says.
import { readFileSync } from 'node:fs';

const OSV = process.env.HEARKEN_OSV_URL ?? 'https://api.osv.dev';
const AT_ONCE = 500;
const HARMLESS = ['LOW', 'MODERATE', 'MEDIUM'];

const ask = async (path, body) => {
  const asked = { signal: AbortSignal.timeout(30_000), ...(body && { method: 'POST', body: JSON.stringify(body) }) };
  const answer = await fetch(OSV + path, asked);
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
  return answer.json();
};

const parts = (JSON.parse(readFileSync(process.argv[2], 'utf8')).components ?? [])
  .map(({ purl }) => purl?.replace(/\?.*/, ''))
  .filter((purl) => purl && !purl.includes('dev.hearken'));

try {
  const known = new Map();
  for (let from = 0; from < parts.length; from += AT_ONCE) {
    const some = parts.slice(from, from + AT_ONCE);
    const { results } = await ask('/v1/querybatch', { queries: some.map((purl) => ({ package: { purl } })) });
    results.forEach(({ vulns = [] }, i) => vulns.forEach(({ id }) => known.set(`${some[i]} ${id}`, id)));
  }
  let high = 0;
  for (const [what, id] of known) {
    const { database_specific: { severity = 'UNKNOWN' } = {}, summary = '' } = await ask(`/v1/vulns/${id}`);
    if (!HARMLESS.includes(severity)) high++;
    console.log(`${severity} ${what} ${summary}`);
  }
  console.log(`audit: ${parts.length} parts, ${known.size} known weaknesses, ${high} of them high or of unknown weight`);
  process.exitCode = high > 0 ? 1 : 0;
} catch (unreachable) {
  const why = unreachable.cause?.message ?? unreachable.message;
  console.error(`audit: ${OSV} cannot be reached (${why}); the ${parts.length} parts in ${process.argv[2]} were NOT checked`);
  process.exitCode = 3;
}
