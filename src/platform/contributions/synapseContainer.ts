/** Where the extension's views stand. */
export const synapseContainer = { id: 'synapse', title: 'Synapse Explorer', icon: 'media/synapse.svg' };
