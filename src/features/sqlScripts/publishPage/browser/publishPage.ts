import './publishPage.css';
import * as z from 'zod/mini';
import { draw, filled, focusFirst, StartedPage } from '../../../../platform/pages/browser/startPage.ts';
import { publishContract, publishForm } from '../contract.ts';
import { PublishModel } from './publishModel.ts';
import { publishView, type Text } from './publishView.ts';

const page = new StartedPage({ contract: publishContract, state: z.strictObject({ form: publishForm }) });
const model = new PublishModel(page.client, {
  remembered: page.remembered?.form,
  onChange: (changed) => {
    page.remember({ form: changed.form });
    draw(publishView(changed, text));
  },
});
const { texts } = await page.begin({
  publishing: (publishing) => {
    model.setPublishing(publishing);
  },
  changed: (what) => void model.changed(what),
});
const text: Text = (key, ...values) => filled(texts[key] ?? key, ...values);
await model.start();
focusFirst();
