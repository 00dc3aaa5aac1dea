import { Page } from '../design/Page';
import { Empty } from '../design/States';

/** To be drawn. */
export function Component() {
  return (
    <Page title="Predict">
      <Empty title="Not drawn yet">Until it is, the API does all of this.</Empty>
    </Page>
  );
}
