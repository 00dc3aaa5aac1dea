import { answer, api, type Schemas } from '../api/client';
import { filesAs } from '../api/form';

/** What a person says would have been right; sound comes along only with consent, and is kept as a labelled clip. */
export type Correction = {
  kind: 'label' | 'miss' | 'false_alarm';
  label?: string;
  prediction?: string;
  clip?: { blob: Blob; name: string };
};

/** Tells the server. */
export function correct(project: string, { clip, ...said }: Correction): Promise<Schemas['Feedback']> {
  return answer(
    api.POST('/api/v1/projects/{project}/feedback', {
      params: { path: { project }, query: { ...said, consent: clip !== undefined } },
      ...filesAs('file', clip ? [clip] : []),
    }),
  );
}
