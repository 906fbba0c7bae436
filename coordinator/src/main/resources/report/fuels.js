'use strict';
// One colour a fuel, the same on every page and in every language. Any two of one picture differ for readers with and without colour vision (FuelColoursTest).
const FUELS = {coal: '#4f5968', lignite: '#6e3928', oil: '#625200', gas: '#e69f00', gas_cc: '#cf6600', gas_ct: '#fabca4', nuclear: '#cc79a7', hydro: '#0072b2',
  wind: '#56b4e9', solar: '#f0e442', storage: '#009e73', biomass: '#7aaf65', geothermal: '#720038', thermal: '#c3ccd4', 'load not served': '#dd403a'};
// What files call them.
const FUEL_NAMES = {ng: 'gas', natural_gas: 'gas', naturalgas: 'gas', ngcc: 'gas_cc', gas_gt: 'gas_ct', ng_cc: 'gas_cc', ng_ct: 'gas_ct', cc: 'gas_cc', ct: 'gas_ct', hard_coal: 'coal', c: 'coal', g: 'gas', o: 'oil', n: 'nuclear',
  nuc: 'nuclear', uranium: 'nuclear', water: 'hydro', ror: 'hydro', pumped_storage: 'storage', battery: 'storage', pv: 'solar', solar_pv: 'solar', rtpv: 'solar', csp: 'solar', sun: 'solar', wind_onshore: 'wind', wind_offshore: 'wind',
  onwind: 'wind', offwind: 'wind', wood: 'biomass', bio: 'biomass', waste: 'biomass', dfo: 'oil', rfo: 'oil', diesel: 'oil', brown_coal: 'lignite'};
const OTHER_FUELS = ['#b8860b', '#4b0082', '#2e8b57', '#708090', '#bc8f8f', '#556b2f'];
function fuelColour(fuel) {
  const key = fuel.toLowerCase().trim();
  const plain = key.replace(/[^a-z0-9]+/g, '_');
  return FUELS[key] || FUELS[plain] || FUELS[FUEL_NAMES[plain]] || OTHER_FUELS[[...fuel].reduce((sum, c) => (31 * sum + c.codePointAt(0)) % 9973, 7) % OTHER_FUELS.length];
}
