import './folderPage.css';
import * as z from 'zod/mini';
import { draw, filled, startPage } from '../../../../platform/pages/browser/startPage.ts';
import { folderContract, folderForm } from '../contract.ts';
import { FolderModel } from './folderModel.ts';
import { folderView, type Text } from './folderView.ts';

let model: FolderModel | undefined;

const { client, remember, remembered, texts } = await startPage({
  contract: folderContract,
  state: z.strictObject({ form: folderForm, leftOut: z.array(z.string()) }),
  listeners: () => ({
    rows: (rows) => model?.progressed(rows),
    run: (run) => model?.setRun(run),
    plan: (plan) => model?.setPlan(plan),
    changed: () => void model?.readWorkspaces(),
  }),
});
const text: Text = (key, ...values) => filled(texts[key] ?? key, ...values);

document.getElementById('page')?.classList.add('wide');
model = new FolderModel(client, {
  remembered,
  onChange: (changed) => {
    remember({ form: changed.form, leftOut: [...changed.leftOut] });
    draw(folderView(changed, text));
  },
});
await model.start();
document.querySelector<HTMLElement>('combo-box input')?.focus();
