import './folderPage.css';
import * as z from 'zod/mini';
import { draw, filled, focusFirst, StartedPage } from '../../../../platform/pages/browser/startPage.ts';
import { folderContract, folderForm } from '../contract.ts';
import { FolderModel } from './folderModel.ts';
import { folderView, type Text } from './folderView.ts';

const page = new StartedPage({
  contract: folderContract,
  state: z.strictObject({ form: folderForm, leftOut: z.array(z.string()) }),
});
const model = new FolderModel(page.client, {
  remembered: page.remembered,
  onChange: (changed) => {
    page.remember({ form: changed.form, leftOut: [...changed.leftOut] });
    draw(folderView(changed, text));
  },
});
const { texts } = await page.begin({
  rows: (rows) => {
    model.progressed(rows);
  },
  run: (run) => {
    model.setRun(run);
  },
  plan: (plan) => {
    model.setPlan(plan);
  },
  changed: () => void model.readWorkspaces(),
});
const text: Text = (key, ...values) => filled(texts[key] ?? key, ...values);
document.getElementById('page')?.classList.add('wide');
await model.start();
focusFirst();
