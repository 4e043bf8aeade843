/** Names of the samples' regions as Azure SQL writes them ("East US" is recorded); others stay as they are. */
const names: Readonly<Record<string, string>> = {
  eastus: 'East US',
  eastus2: 'East US 2',
  centralus: 'Central US',
  westus2: 'West US 2',
  westeurope: 'West Europe',
  northeurope: 'North Europe',
  uksouth: 'UK South',
  swedencentral: 'Sweden Central',
  switzerlandnorth: 'Switzerland North',
  australiaeast: 'Australia East',
  japaneast: 'Japan East',
  brazilsouth: 'Brazil South',
};

export function regionName(location: string): string {
  return names[location] ?? location;
}
