import type { Tenant } from '../store/model.ts';
import { addGroup, addServicePrincipal, addUser } from './tenants.ts';

/**
 * Object ids of the principals that the standard sample gives roles to. Its user is two principals: a person, and the
 * client of the emulator where that signs in for itself.
 */
export interface People {
  /** The sample's own user. */
  readonly alex: string;
  readonly zoe: string;
  readonly bjorn: string;
  readonly mei: string;
  readonly priya: string;
  readonly sean: string;
  readonly engineers: string;
  readonly analysts: string;
  /** The sample's user is in it. */
  readonly admins: string;
  readonly pipelines: string;
  readonly monitoring: string;
}

/** @param client object id of the emulator's client */
export function addContosoPeople(tenant: Tenant, client: string): People {
  const alex = addUser(tenant, 'Alex Wilber');
  const zoe = addUser(tenant, 'Zoë Łukasiewicz');
  const bjorn = addUser(tenant, 'Björn Ødegård');
  const mei = addUser(tenant, '陈美 (Mei Chen)');
  const priya = addUser(tenant, 'Priya Raghunathan-Venkatasubramanian');
  const sean = addUser(tenant, "Seán O'Brien");
  for (const name of ['Amal Haddad', 'Lidia Holloway', 'Nils Ünïcode', 'Ravi <i>Test</i>']) addUser(tenant, name);
  return {
    alex,
    zoe,
    bjorn,
    mei,
    priya,
    sean,
    engineers: addGroup(tenant, 'Data Engineers', [zoe, bjorn, sean]),
    analysts: addGroup(tenant, 'Analysts (EMEA & APAC)', [mei, priya]),
    admins: addGroup(tenant, 'Synapse Administrators', [alex, client]),
    pipelines: addServicePrincipal(tenant, 'contoso-release-pipeline'),
    monitoring: addServicePrincipal(tenant, 'Monitoring "collector"'),
  };
}

/** The guest tenant knows the sample's user under the name that Microsoft Entra gives to guests. */
export interface GuestPeople {
  readonly guest: string;
  readonly tomas: string;
  readonly sumi: string;
  /** The sample's user is in both. */
  readonly partners: string;
  readonly partnerAdmins: string;
}

/** @param client object id of the emulator's client */
export function addFabrikamPeople(tenant: Tenant, client: string): GuestPeople {
  const guest = addUser(tenant, 'Alex Wilber (Contoso)');
  const tomas = addUser(tenant, 'Tomás Herrera');
  const sumi = addUser(tenant, '佐藤 すみ (Sumi Sato)');
  const us = [guest, client];
  const partners = addGroup(tenant, 'Partners', us);
  return { guest, tomas, sumi, partners, partnerAdmins: addGroup(tenant, 'Partner administrators', us) };
}
