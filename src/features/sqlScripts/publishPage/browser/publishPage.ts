import './publishPage.css';
import * as z from 'zod/mini';
import '../../../../platform/pages/browser/comboBox.ts';
import { draw, filled, startPage } from '../../../../platform/pages/browser/startPage.ts';
import { publishContract, publishForm } from '../contract.ts';
import { PublishModel } from './publishModel.ts';
import { publishView, type Text } from './publishView.ts';

let model: PublishModel | undefined;

const { client, remember, remembered, texts } = await startPage({
  contract: publishContract,
  state: z.strictObject({ form: publishForm }),
  listeners: () => ({
    publishing: (publishing) => model?.setPublishing(publishing),
    changed: (what) => void model?.changed(what),
  }),
});
const text: Text = (key, ...values) => filled(texts[key] ?? key, ...values);

model = new PublishModel(client, {
  remembered: remembered?.form,
  onChange: (changed) => {
    remember({ form: changed.form });
    draw(publishView(changed, text));
  },
});
await model.start();
document.querySelector<HTMLElement>('[data-first-focus]')?.focus();
