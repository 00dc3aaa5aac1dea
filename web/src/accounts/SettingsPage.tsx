import { Page } from '../design/Page';
import { SystemSheet } from '../monitoring/SystemSheet';
import { VoicesSheet } from '../phrases/VoicesSheet';
import { AccountsSheet } from './AccountsSheet';
import { ProjectSettings } from './ProjectSettings';

/** What may happen by itself, what the machine can say, and how the server does. */
export function Component() {
  return (
    <Page
      title="Settings"
      lead="What a project may do without being asked, which voices this machine has, and how the server does."
    >
      <ProjectSettings />
      <AccountsSheet />
      <VoicesSheet />
      <SystemSheet />
    </Page>
  );
}
