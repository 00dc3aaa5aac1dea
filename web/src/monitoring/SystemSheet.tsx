import { useQuery } from '@tanstack/react-query';
import { seconds } from '../clips/seconds';
import { Sheet } from '../design/Page';
import { Scroll } from '../design/Scroll';
import { FailureLine, Loading } from '../design/States';
import { percent } from '../models/metrics';
import { Figure } from './Figures';
import { useHealth } from './health';
import { system, type SystemMonitoring } from './monitoring';
import classes from './Monitoring.module.css';
import { bytes } from './words';

const MOST_ROUTES = 12;

/** How the server does: its health, what it uses of the machine, what waits, and what it is asked. */
export function SystemSheet() {
  const { data, error } = useQuery(system);
  const health = useHealth();
  return (
    <>
      <Sheet title="The server">
        {health.data && (
          <p className={classes['told']} data-tone={health.data.status === 'up' ? 'good' : 'bad'}>
            {health.data.status === 'up'
              ? 'All is well.'
              : health.data.degraded.map(({ what, reason }) => `${what}: ${reason}`).join('; ')}
          </p>
        )}
        {error && <FailureLine error={error} />}
        {!data && !error && <Loading />}
        {data && <Machine system={data} />}
      </Sheet>
      {data && data.api.length > 0 && <Routes routes={data.api} />}
    </>
  );
}

function Machine({
  system: { cpu, memory, disk, gpus, jobs, onnx_runtime: runtime, ...server },
}: {
  system: SystemMonitoring;
}) {
  const share = (value: number | undefined) => (value === undefined ? undefined : percent(value, 0));
  return (
    <>
      <dl className={classes['figures']}>
        <Figure name="Up for" value={seconds(server.uptime_seconds)} />
        <Figure name={`CPU, of ${cpu.processors}`} value={share(cpu.process_share)} />
        <Figure name="CPU, all programs" value={share(cpu.system_share)} />
        <Figure name="Memory" value={memory.process_bytes === undefined ? undefined : bytes(memory.process_bytes)} />
        <Figure name="Java heap" value={`${bytes(memory.heap_used_bytes)} of ${bytes(memory.heap_max_bytes)}`} />
        <Figure name="Disk free" value={bytes(disk.free_bytes)} tone={disk.full_share > 0.95 ? 'bad' : undefined} />
        <Figure name="Jobs under way" value={String(jobs.running)} />
        <Figure name="Jobs waiting" value={String(jobs.queued)} />
        {gpus.map((gpu) => (
          <Figure key={gpu.name} name={gpu.name} value={percent(gpu.busy_share, 0)} />
        ))}
      </dl>
      <p className={classes['quiet']} style={{ marginTop: '1rem' }}>
        Hearken {server.version}, ONNX Runtime {runtime.version} on {runtime.execution_provider}
        {runtime.trouble !== undefined && ` (${runtime.trouble})`}. The disk is {percent(disk.full_share, 0)} full of{' '}
        {bytes(disk.total_bytes)}.
      </p>
    </>
  );
}

function Routes({ routes }: { routes: SystemMonitoring['api'] }) {
  return (
    <Sheet title="What it is asked">
      <Scroll label="Addresses, the busiest first">
        <table className={classes['table']}>
          <thead>
            <tr>
              <th scope="col">Address</th>
              <th scope="col">Requests</th>
              <th scope="col">Refused</th>
              <th scope="col">Failed</th>
              <th scope="col">On average</th>
              <th scope="col">At most, lately</th>
            </tr>
          </thead>
          <tbody>
            {routes.slice(0, MOST_ROUTES).map((route) => (
              <tr key={`${route.method} ${route.route}`}>
                <th scope="row">
                  <code>
                    {route.method} {route.route}
                  </code>
                </th>
                <td>{route.requests.toLocaleString('en')}</td>
                <td>{route.refused.toLocaleString('en')}</td>
                <td>{route.failed.toLocaleString('en')}</td>
                <td>{route.mean_ms.toFixed(1)} ms</td>
                <td>{route.max_ms.toFixed(0)} ms</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </Sheet>
  );
}
