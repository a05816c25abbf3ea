/**
 * How many tonnes of one substance go with one tonne of another?
 * In: nothing. Out: atomic and molar masses (g/mol) and the mass ratios (t/t) of the aluminium chain, all computed from
 * them, so that every balance built on these ratios closes. Sources: IUPAC atomic masses; CODATA 2018 Faraday constant.
 */

/** Standard atomic masses, g/mol. */
export const ATOM = {
  Al: 26.98154,
  O: 15.9994,
  H: 1.00794,
  C: 12.011,
  Na: 22.98977,
  Si: 28.0855,
  Ca: 40.078,
  Fe: 55.845,
  F: 18.9984,
  S: 32.065,
} as const;

/** Charge of one mole of electrons, C/mol. */
export const FARADAY = 96_485.332;

/** Molar masses, g/mol. */
export const MOLE = {
  Al2O3: 2 * ATOM.Al + 3 * ATOM.O,
  SiO2: ATOM.Si + 2 * ATOM.O,
  Fe2O3: 2 * ATOM.Fe + 3 * ATOM.O,
  CaO: ATOM.Ca + ATOM.O,
  CaCO3: ATOM.Ca + ATOM.C + 3 * ATOM.O,
  Na2O: 2 * ATOM.Na + ATOM.O,
  NaOH: ATOM.Na + ATOM.O + ATOM.H,
  Na2CO3: 2 * ATOM.Na + ATOM.C + 3 * ATOM.O,
  H2O: 2 * ATOM.H + ATOM.O,
  CO2: ATOM.C + 2 * ATOM.O,
  SO2: ATOM.S + 2 * ATOM.O,
  HF: ATOM.H + ATOM.F,
  NaF: ATOM.Na + ATOM.F,
  AlF3: ATOM.Al + 3 * ATOM.F,
  CF4: ATOM.C + 4 * ATOM.F,
  C2F6: 2 * ATOM.C + 6 * ATOM.F,
} as const;

/** Aluminium deposited by one ampere in one hour at a current efficiency of 1, g/Ah (0.335573). */
export const ALUMINIUM_PER_AMPERE_HOUR = (ATOM.Al / (3 * FARADAY)) * 3600;
/** Charge per kilogram of aluminium at a current efficiency of 1, kAh/kg (2.97998); also kWh/kg per volt. */
export const CHARGE_PER_ALUMINIUM = 1 / ALUMINIUM_PER_AMPERE_HOUR;

/** Mass ratios, t/t; the name reads `of PER of`. */
export const RATIO = {
  aluminaPerAluminium: MOLE.Al2O3 / (2 * ATOM.Al),
  aluminiumPerAlumina: (2 * ATOM.Al) / MOLE.Al2O3,
  oxygenPerAlumina: (3 * ATOM.O) / MOLE.Al2O3,
  /** Carbon-only anode gas: 2 Al2O3 + 3 C → 4 Al + 3 CO2. */
  carbonPerAluminium: (3 * ATOM.C) / (4 * ATOM.Al),
  co2PerCarbon: MOLE.CO2 / ATOM.C,
  oxygenPerCarbonBurnt: (2 * ATOM.O) / ATOM.C,
  waterPerHydrogen: MOLE.H2O / (2 * ATOM.H),
  oxygenPerHydrogenBurnt: ATOM.O / (2 * ATOM.H),
  so2PerSulphur: MOLE.SO2 / ATOM.S,
  oxygenPerSulphurBurnt: (2 * ATOM.O) / ATOM.S,
  /** Gibbsite Al(OH)3 as Al2O3·3H2O. */
  hydratePerAlumina: (MOLE.Al2O3 + 3 * MOLE.H2O) / MOLE.Al2O3,
  waterPerAlumina: (3 * MOLE.H2O) / MOLE.Al2O3,
  /** Boehmite or diaspore AlOOH. */
  monohydratePerAlumina: (MOLE.Al2O3 + MOLE.H2O) / MOLE.Al2O3,
  /** Kaolinite, and the desilication product that it becomes: one Al per Si. */
  aluminaPerReactiveSilica: MOLE.Al2O3 / (2 * MOLE.SiO2),
  /** Na8(AlSiO4)6X: eight Na for six Si. */
  causticPerReactiveSilica: (8 * MOLE.NaOH) / (6 * MOLE.SiO2),
  sodaPerCaustic: MOLE.Na2O / (2 * MOLE.NaOH),
  /** 2CaO·SiO2. */
  limePerSilica: (2 * MOLE.CaO) / MOLE.SiO2,
  limestonePerLime: MOLE.CaCO3 / MOLE.CaO,
  co2PerLime: MOLE.CO2 / MOLE.CaO,
  co2PerSodaAsh: MOLE.CO2 / MOLE.Na2CO3,
  sodaAshPerSoda: MOLE.Na2CO3 / MOLE.Na2O,
  waterPerLime: MOLE.H2O / MOLE.CaO,
  aluminiumPerFluoride: ATOM.Al / MOLE.AlF3,
  fluorinePerFluoride: (3 * ATOM.F) / MOLE.AlF3,
} as const;

/** Share of the element in the oxide or salt, t/t. */
export const SHARE = {
  AlInAl2O3: (2 * ATOM.Al) / MOLE.Al2O3,
  SiInSiO2: ATOM.Si / MOLE.SiO2,
  FeInFe2O3: (2 * ATOM.Fe) / MOLE.Fe2O3,
  CaInCaO: ATOM.Ca / MOLE.CaO,
  CaInCaCO3: ATOM.Ca / MOLE.CaCO3,
  CInCaCO3: ATOM.C / MOLE.CaCO3,
  NaInNa2O: (2 * ATOM.Na) / MOLE.Na2O,
  OInNa2O: ATOM.O / MOLE.Na2O,
  NaInNaOH: ATOM.Na / MOLE.NaOH,
  NaInNa2CO3: (2 * ATOM.Na) / MOLE.Na2CO3,
  CInNa2CO3: ATOM.C / MOLE.Na2CO3,
  CInCO2: ATOM.C / MOLE.CO2,
  FInHF: ATOM.F / MOLE.HF,
  FInCF4: (4 * ATOM.F) / MOLE.CF4,
  FInC2F6: (6 * ATOM.F) / MOLE.C2F6,
} as const;

/**
 * Smelter-grade alumina, t per t: 98.7 % Al2O3, 0.40 % Na2O, 0.8 % loss on ignition (water), rest traces.
 * Usual specification of sandy alumina (Light Metals, TMS).
 */
export const SMELTER_GRADE_ALUMINA = { al2o3: 0.987, na2o: 0.004, water: 0.008 } as const;
