import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import { Refused } from '../api/failures';
import type { Metrics } from './metrics';

/** How often one label is missed for each share of false alarms; the deviates are those shares on a normal scale. */
export type Det = {
  label: string;
  auc: number;
  equal_error_rate: number;
  det: { false_alarms: number; misses: number; false_alarm_deviate: number; miss_deviate: number }[];
};

export type WorstError = { file: string; truth: string; answer: string; probability: number };

/** The report of a training, as far as it is drawn here. */
export type Report = {
  evaluation?: Metrics;
  curves?: Det[];
  errors?: WorstError[];
  data?: { audit?: { leak?: { random_accuracy: number; grouped_accuracy: number; difference: number } } };
};

/** A version's report; null where it was not trained here. It never changes. */
export const report = (project: string, number: number) =>
  queryOptions({
    queryKey: ['projects', project, 'versions', number, 'report'],
    queryFn: async (): Promise<Report | null> => {
      const call = api.GET('/api/v1/projects/{project}/versions/{number}/report.json', {
        params: { path: { project, number } },
      });
      try {
        return await answer(call);
      } catch (refused) {
        if (refused instanceof Refused && refused.problem.code === 'NO_REPORT') {
          return null;
        }
        throw refused;
      }
    },
    staleTime: Infinity,
  });

/** Where a version's files are. */
export const versionAddress = (project: string, number: number, part: 'model' | 'report'): string =>
  `/api/v1/projects/${encodeURIComponent(project)}/versions/${number}/${part}`;
