import { contributions } from '../../../platform/contributions/declarations.ts';

/** The first steps. The pictures are made by `npm start -- --walkthrough`. */
export const walkthroughContributions = contributions({
  walkthroughs: [
    {
      id: 'start',
      title: 'Get started with Synapse Explorer',
      description: 'Azure Synapse Analytics in the sidebar, with or without an Azure account.',
      steps: [
        {
          id: 'sample',
          title: 'Open the sample',
          description:
            'A dozen workspaces in two tenants, served on this computer: to look around and to try everything out without an Azure account.\n[Open the sample](command:synapse.openSample)',
          picture: 'walkthrough/sample',
          alt: 'The explorer with the workspaces of the sample: SQL pools with their sizes and states, Apache Spark pools.',
          done: ['onCommand:synapse.openSample'],
        },
        {
          id: 'signIn',
          title: 'Sign in',
          description:
            'Synapse Explorer uses the Microsoft accounts that VS Code knows. It shows the subscriptions of all your tenants that have a Synapse workspace.\n[Sign in to Azure](command:synapse.signIn)\nAzure CLI, service principals and your own client can be [chosen as credentials](command:synapse.chooseCredential).',
          picture: 'walkthrough/sign-in',
          alt: 'The explorer before anybody has signed in. It offers to sign in to Azure and to open the sample.',
          done: ['onCommand:synapse.signIn'],
        },
        {
          id: 'find',
          title: 'Find a workspace',
          description:
            'Type a part of its name, of its resource group or of its subscription, or paste a resource id or an address of Synapse Studio or the Azure portal.\n[Go to workspace…](command:synapse.goToWorkspace)\nPin what you use every day, and [group the tree](command:synapse.groupBy) as you like it.',
          picture: 'walkthrough/find',
          alt: 'The list of “Go to workspace”, with pinned workspaces at the top.',
          done: ['onCommand:synapse.goToWorkspace'],
        },
        {
          id: 'publish',
          title: 'Publish a SQL script',
          description:
            'Any .sql file can be published to a workspace, and the scripts of a workspace open as files: saving publishes. The page shows what would be replaced before anything is sent.\n[Publish SQL script…](command:synapse.sqlScript.publish)',
          picture: 'walkthrough/publish',
          alt: 'The page that publishes a SQL script: workspace, name, folder, connection, and what it would replace.',
          done: ['onCommand:synapse.sqlScript.publish'],
        },
        {
          id: 'access',
          title: 'Manage access',
          description:
            'Below each workspace, “Access control” lists the Synapse roles, and below each role who has it and where it holds. A page gives and takes roles: its plan is shown, with warnings, before anything is sent.\n[Edit role assignments…](command:synapse.accessControl.edit)\n[Go to access control…](command:synapse.goToAccessControl)',
          picture: 'walkthrough/access',
          alt: 'Access control of a workspace: Synapse roles, and below one of them those who have it.',
          done: ['onCommand:synapse.goToAccessControl', 'onCommand:synapse.accessControl.edit'],
        },
      ],
    },
  ],
});
