"""
Recipes of the plant models, calculated apart from them: balances set up here from molar masses and solved as linear systems
or by plain sums. Reads the parameter values of `recipes.json`, writes amounts and compositions back beside them:

    python3 test/truths/recipes.py

No figure comes from the project but the inputs. Sources: IUPAC atomic masses; IPCC 2006 Vol. 2 tables 1.2 and 1.4 (fuels) and
Vol. 3 equations 4.21 to 4.27 (carbon, perfluorocarbons); smelter-grade alumina 98.7 % Al2O3, 0.40 % Na2O, 0.8 % water.
"""
import json
import math
import os

AL, O, H, C, NA, SI, CA, FE, F, S = 26.98154, 15.9994, 1.00794, 12.011, 22.98977, 28.0855, 40.078, 55.845, 18.9984, 32.065
FARADAY = 96485.332
AL2O3, SIO2, FE2O3, CAO = 2 * AL + 3 * O, SI + 2 * O, 2 * FE + 3 * O, CA + O
NA2O, NAOH, NA2CO3, H2O, CO2 = 2 * NA + O, NA + O + H, 2 * NA + C + 3 * O, 2 * H + O, C + 2 * O
CACO3, SO2, HF, NAF, ALF3 = CA + C + 3 * O, S + 2 * O, H + F, NA + F, AL + 3 * F
CF4, C2F6 = C + 4 * F, 2 * C + 6 * F
SGA_AL2O3, SGA_NA2O, SGA_WATER = 0.987, 0.004, 0.008
LIME = 0.914


def solve(matrix, right):
    """Gauss with pivots."""
    n = len(right)
    rows = [list(row) + [value] for row, value in zip(matrix, right)]
    for i in range(n):
        p = max(range(i, n), key=lambda r: abs(rows[r][i]))
        rows[i], rows[p] = rows[p], rows[i]
        for r in range(n):
            if r != i:
                q = rows[r][i] / rows[i][i]
                rows[r] = [a - q * b for a, b in zip(rows[r], rows[i])]
    return [rows[i][n] / rows[i][i] for i in range(n)]


def fire(fuel, gj, cause):
    """Complete combustion of so many GJ (LHV)."""
    kg_co2, gj_per_t = {'natural-gas': (56.1, 48.0), 'diesel': (74.1, 43.0), 'hydrogen': (0.0, 120.0)}[fuel]
    if gj == 0:
        return []
    co2 = gj * kg_co2 / 1000
    hydrogen = gj / gj_per_t - co2 * C / CO2
    return [
        (fuel, -gj / 3.6, None, None),
        ('carbon-dioxide', co2, cause, None),
        ('water-vapour', hydrogen * H2O / (2 * H), cause, None),
        ('air-oxygen', -(co2 * 2 * O / CO2 + hydrogen * O / (2 * H)), cause, None),
    ]


class Ore:
    def __init__(self, v):
        self.al, self.si, self.fe, self.ti, self.ca = v['al2o3'], v['sio2'], v['fe2o3'], v['tio2'], v['cao']
        oxides = self.al + self.si + self.fe + self.ti + self.ca
        self.loi = max(0, min(v['loi'], 1 - oxides))
        self.co2 = min(v['carbonate-co2'], self.loi)
        self.water = self.loi - self.co2
        self.rest = max(0, 1 - oxides - self.loi)
        self.reactive = self.si * v['reactive-share-of-sio2']
        self.moisture = v['moisture'] / (1 - v['moisture'])
        self.available = self.al - self.reactive * AL2O3 / (2 * SIO2) - v['bound-alumina']

    def elements(self):
        return {
            'Al': self.al * 2 * AL / AL2O3, 'Si': self.si * SI / SIO2, 'Fe': self.fe * 2 * FE / FE2O3,
            'Ca': self.ca * CA / CAO, 'C': self.co2 * C / CO2, 'mass': 1 + self.moisture,
        }


def utilities(v, bauxite):
    return [
        ('steam', -v['steam'], None, None),
        ('electricity', -(v['electricity'] / 1000 + v['calcination-electricity']), None, None),
        *fire('natural-gas', v['calcination-fuel'], 'calcination fuel'),
        *fire('hydrogen', v['calcination-hydrogen'], 'calcination hydrogen'),
        ('gallium-in-liquor', v['gallium'] * bauxite * v['gallium-extractable'], None, None),
    ]


def circuit(v):
    """A Bayer circuit per tonne of smelter-grade alumina."""
    ore = Ore(v)
    bauxite = SGA_AL2O3 / (ore.available * v['digestion-recovery'] * v['circuit-recovery'])
    silica = ore.reactive * bauxite
    # Na8(AlSiO4)6X: with eight sodium it weighs 2.70 t for each of silica; sodium more or less counts as Na2O.
    ideal = 8 * NAOH / (6 * SIO2)
    spc = NA2O / (2 * NAOH)
    product = silica * (2.70 + (v['caustic-per-silica'] - ideal) * spc)
    product_water = silica * (2.70 - 1 - AL2O3 / (2 * SIO2) - ideal * spc)
    unwon = ore.available * bauxite - SGA_AL2O3
    locked = v['bound-alumina'] * bauxite
    bound_water = unwon * 3 * H2O / AL2O3 + locked * H2O / AL2O3 + v['lime'] * H2O / CAO + product_water
    dry = (
        bauxite * (ore.fe + ore.ti + ore.ca + ore.co2 + ore.rest + ore.si - ore.reactive)
        + unwon + locked + v['lime'] / LIME + (bound_water - product_water) + product + v['misc-caustic'] * spc
    )
    residue = dry / (1 - v['soluble-caustic'] * spc)
    caustic = v['caustic-per-silica'] * silica + v['soluble-caustic'] * residue + v['misc-caustic'] + SGA_NA2O / spc
    return ore, bauxite, residue, caustic, bound_water, spc


def calcined(v):
    return SGA_AL2O3 * 3 * H2O / AL2O3 - SGA_WATER + v['hydrate-moisture']


def bayer(v, name='bauxite'):
    ore, bauxite, residue, caustic, bound_water, spc = circuit(v)
    water = (
        bound_water + residue / v['residue-solids'] - residue + calcined(v) + SGA_WATER + v['evaporation']
        - bauxite * (ore.water + ore.moisture) - caustic * (1 - spc)
    )
    soda = caustic * spc - SGA_NA2O
    return [
        ('alumina', 1, None, None),
        (name, -bauxite, None, ore.elements()),
        ('caustic-soda', -caustic, None, None),
        ('lime', -v['lime'] / LIME, None, None),
        ('water', -max(0, water), None, None),
        ('water-vapour', calcined(v), 'calcination', None),
        ('water-vapour', v['evaporation'] + max(0, -water), 'evaporation', None),
        ('bauxite-residue', residue, None, {
            'Al': (ore.al * bauxite - SGA_AL2O3) * 2 * AL / AL2O3 / residue,
            'Na': soda * 2 * NA / NA2O / residue,
            'C': ore.co2 * bauxite * C / CO2 / residue,
            'Fe': ore.fe * bauxite * 2 * FE / FE2O3 / residue,
            'Si': ore.si * bauxite * SI / SIO2 / residue,
            'Ca': (ore.ca * bauxite + v['lime']) * CA / CAO / residue,
            'mass': 1 / v['residue-solids'],
        }),
        *utilities(v, bauxite),
    ]


def sinter(v):
    ore = Ore(v)
    bauxite = SGA_AL2O3 / (ore.al * v['alumina-recovery'])
    lime = max(0, v['lime-per-silica'] * 2 * CAO / SIO2 * ore.si - ore.ca) * bauxite
    pure = lime * CACO3 / CAO
    stone = pure / v['limestone-purity']
    spc = NA2O / (2 * NAOH)
    purge = v['misc-caustic'] * spc
    base = bauxite * (ore.si + ore.fe + ore.ti + ore.ca + ore.rest) + lime + stone - pure + ore.al * bauxite - SGA_AL2O3
    mud = (base + purge) / (1 - v['mud-soda'])
    soda = mud * v['mud-soda'] + purge
    ash = (soda + SGA_NA2O) * NA2CO3 / NA2O
    water = (
        mud / v['residue-solids'] - mud + calcined(v) + SGA_WATER + v['evaporation'] - bauxite * (ore.water + ore.moisture)
    )
    return [
        ('alumina', 1, None, None),
        ('bauxite', -bauxite, None, ore.elements()),
        ('limestone', -stone, None, {'Ca': v['limestone-purity'] * CA / CACO3, 'C': v['limestone-purity'] * C / CACO3, 'mass': 1}),
        ('soda-ash', -ash, None, None),
        ('water', -max(0, water), None, None),
        ('water-vapour', calcined(v), 'calcination', None),
        ('water-vapour', v['evaporation'] + max(0, -water), 'evaporation and kiln', None),
        ('carbon-dioxide', lime * CO2 / CAO + ore.co2 * bauxite, 'limestone', None),
        ('carbon-dioxide', ash * CO2 / NA2CO3, 'soda ash', None),
        *fire('natural-gas', v['kiln-fuel'], 'kiln fuel'),
        ('belite-mud', mud, None, {
            'Al': (ore.al * bauxite - SGA_AL2O3) * 2 * AL / AL2O3 / mud,
            'Na': soda * 2 * NA / NA2O / mud,
            'Fe': ore.fe * bauxite * 2 * FE / FE2O3 / mud,
            'Si': ore.si * bauxite * SI / SIO2 / mud,
            'Ca': (ore.ca * bauxite + lime) * CA / CAO / mud,
            'mass': 1 / v['residue-solids'],
        }),
        *utilities(v, bauxite),
    ]


def bettered(v):
    """The analysis after a treatment."""
    y = v['mass-yield']
    gone = (1 - v['silica-kept']) * v.get('clay-in-silica-taken', 1)
    reactive = (v['reactive-share-of-sio2'] - gone) / v['silica-kept']
    return {
        **v, 'al2o3': v['al2o3'] * v['alumina-kept'] / y, 'sio2': v['sio2'] * v['silica-kept'] / y,
        'fe2o3': v['fe2o3'] * v['iron-kept'] / y, 'reactive-share-of-sio2': min(1, max(0, reactive)),
        'carbonate-co2': v['carbonate-co2'] * v.get('carbonate-kept', y) / y,
    }


def left_behind(v, kept, solids, name):
    """What stays when so much better ore is made; water comes to what clings."""
    raw, clean = Ore(v), Ore(bettered(v))
    mined = kept / v['mass-yield']
    amount = mined - kept
    a, b = raw.elements(), clean.elements()
    made = {e: (a[e] * mined - b[e] * kept) / amount for e in ('Al', 'Si', 'Fe', 'Ca', 'C')}
    water = clean.moisture * kept + amount / solids - amount - raw.moisture * mined
    flows = [(name, amount, None, {**made, 'mass': 1 / solids})]
    if water > 0:
        flows.append(('water', -water, None, None))
    elif water < 0:
        flows.append(('water-vapour', -water, 'drying of upgraded ore', None))
    return mined, raw, clean, flows


def treatment(name):
    def recipe(v):
        mined, raw, clean, flows = left_behind(v, 1, v['solids-left'], name)
        return [
            ('bauxite', 1, None, clean.elements()),
            ('bauxite', -mined, None, raw.elements()),
            ('electricity', -mined * v['power'] / 1000, None, None),
            *flows,
        ]
    return recipe


def washed(v):
    inside = bettered(v)
    feed = circuit(inside)[1]
    mined, raw, _, flows = left_behind(v, feed, v['washings-solids'], 'bauxite-washings')
    works = [(n, -mined, None, raw.elements()) if n == 'bauxite' else (n, a, c, e) for n, a, c, e in bayer(inside)]
    return [*works, ('electricity', -mined * v['washing-electricity'] / 1000, None, None), *flows]


def anodes(v):
    green = v['green-per-baked']
    tar = green * [0.005, 0][int(v['furnace'])]
    hydrogen = green * v['hydrogen-share']
    volatiles = (green - hydrogen - 1 - tar) * 44 / 12
    packing = v['packing-coke'] * (1 - v['packing-sulphur'] - v['packing-ash']) * 44 / 12
    sulphur = v['packing-coke'] * v['packing-sulphur']
    oxygen = (volatiles + packing) * C / CO2 * 2 * O / C + hydrogen * O / (2 * H) + sulphur * 2 * O / S
    return [
        ('baked-anode', 1, None, None),
        ('calcined-coke', -(green + v['packing-coke'] - v['pitch'] - v['butts']), None, None),
        ('pitch', -v['pitch'], None, None),
        ('anode-butts', -v['butts'], None, None),
        ('electricity', -v['electricity'] / 1000, None, None),
        ('water', -v['water'], None, None),
        ('water-vapour', v['water'], 'paste cooling', None),
        *fire('natural-gas', v['baking-fuel'], 'baking fuel'),
        ('carbon-dioxide', volatiles, 'pitch volatiles', None),
        ('carbon-dioxide', packing, 'packing coke', None),
        ('water-vapour', hydrogen * H2O / (2 * H), 'pitch volatiles', None),
        ('sulphur-dioxide', sulphur * SO2 / S, 'packing coke', None),
        ('dust', v['packing-coke'] * v['packing-ash'], 'packing coke', {'mass': 1}),
        ('dust', tar, 'waste tar', {'C': 0.93, 'mass': 1}),
        ('air-oxygen', -oxygen, 'baking', None),
    ]


def pots(v, carbon=True):
    """Sodium, fluorine and aluminium as three equations in alumina, fluoride and bath (or soda ash)."""
    spent = v['lining-per-current'] / (AL / (3 * FARADAY) * 3600 * 1e-3 * 24 * v['current-efficiency'] * v['pot-life'])
    s_na, s_f = spent * v['spent-lining-sodium'], spent * v['spent-lining-fluorine']
    s_al = s_f * AL / (6 * F)
    lining = spent - s_na - s_f - s_al
    cf4 = v['pfc-slope'] * v['anode-effect-minutes'] * (1 + v['low-voltage-pfc']) / 1000 if carbon else 0
    c2f6 = cf4 * v['pfc-weight-share'] if carbon else 0
    air = v['fluoride-emission']
    dust = v['alumina-loss']
    al_in, na_in = SGA_AL2O3 * 2 * AL / AL2O3, SGA_NA2O * 2 * NA / NA2O
    ratio = v['bath-ratio']
    b_na, b_al = ratio / (1 + ratio) * NA / NAF, AL / ALF3 / (1 + ratio)
    b_f = ratio / (1 + ratio) * F / NAF + 3 * F / ALF3 / (1 + ratio)
    f_air = air + cf4 * 4 * F / CF4 + c2f6 * 6 * F / C2F6
    equations = lambda third: [[na_in, 0, third[0]], [0, 3 * F / ALF3, third[1]], [al_in, AL / ALF3, third[2]]]
    right = [dust * na_in + s_na, s_f + f_air, 1 + dust * al_in + s_al]
    alumina, fluoride, bath = solve(equations([-b_na, -b_f, -b_al]), right)
    ash = 0
    if bath < 0:
        alumina, fluoride, ash = solve(equations([2 * NA / NA2CO3, 0, 0]), right)
        bath = 0
    net = v['net-carbon'] if carbon else 0
    sulphur, ash_share = (v['sulphur'], v['ash']) if carbon else (0, 0)
    block = {'C': 1 - sulphur - ash_share, 'mass': 1}
    burnt = net * block['C']
    butts = net * v['butt-share'] / (1 - v['butt-share']) if carbon else 0
    used = alumina - dust
    oxygen = (
        burnt * 2 * O / C + net * sulphur * 2 * O / S
        - used * (SGA_AL2O3 * 3 * O / AL2O3 + SGA_NA2O * O / NA2O)
        - ash * (1 - 2 * NA / NA2CO3 - CO2 / NA2CO3)
        - air / F * O / 2
    )
    flows = [
        ('liquid-aluminium', 1, None, None),
        ('alumina', -alumina, None, None),
        ('aluminium-fluoride', -fluoride, None, None),
        ('baked-anode', -(net + butts), None, block),
        ('anode-butts', butts, None, block),
        ('cathode-block', -lining, None, {'C': 0.37, 'Al': 0.12, 'Si': 0.16, 'mass': 1}),
        ('air-oxygen', -oxygen, 'anode consumption', None),
        ('carbon-dioxide', burnt * CO2 / C, 'anode consumption', None),
        ('sulphur-dioxide', net * sulphur * SO2 / S, 'anode consumption', None),
        ('carbon-tetrafluoride', cf4, 'anode effects', None),
        ('hexafluoroethane', c2f6, 'anode effects', None),
        ('hydrogen-fluoride', air * HF / F, 'bath', None),
        ('water-vapour', used * SGA_WATER - air / F * H2O / 2, 'water of alumina', None),
        ('dust', dust, 'alumina handling', {'Al': al_in, 'Na': na_in, 'mass': 1}),
        ('spent-pot-lining', spent, None, {
            'Al': (lining * 0.12 + s_al) / spent, 'Na': v['spent-lining-sodium'], 'C': lining * 0.37 / spent,
            'F': v['spent-lining-fluorine'], 'Si': lining * 0.16 / spent, 'mass': 1,
        }),
        ('spent-bath', bath, None, {'Al': b_al, 'Na': b_na, 'F': b_f, 'mass': 1}),
        ('soda-ash', -ash, None, None),
        ('carbon-dioxide', ash * CO2 / NA2CO3, 'soda ash', None),
    ]
    if carbon:
        return [*flows, ('electricity', -v['auxiliaries'] / 1000, None, None)]
    direct = v['cell-voltage'] * 3 * FARADAY / (AL * 3600) / v['current-efficiency']
    flows = [('oxygen', a, 'inert anode', e) if n == 'air-oxygen' else (n, a, c, e) for n, a, c, e in flows]
    return [*flows, ('electricity', -(direct / v['rectifier-efficiency'] + v['auxiliaries'] / 1000), None, None)]


def pit(trucks):
    def recipe(v):
        ore = Ore(v)
        wet = 1 + ore.moisture
        moved = 1 + v['strip-ratio'] * v['waste-density']
        power = v['electricity'] + (moved * v['electric-share'] * v['electricity-per-moved'] if trucks else 0)
        flows = [
            ('bauxite', 1, None, ore.elements()),
            ('bauxite-in-ground', -1, None, ore.elements()),
            ('electricity', -wet * power / 1000, None, None),
            ('water', -wet * v['water'], None, None),
            ('water-vapour', wet * v['water'], 'dust suppression', None),
        ]
        if not trucks:
            return [*flows, ('rock-moved', -wet * moved, None, None)]
        litres = wet * moved * (1 - v['electric-share']) * v['diesel-per-moved']
        return [*flows, *fire('diesel', litres * 35.9 / 1000, 'diesel of the mine')]
    return recipe


def fleet(v):
    return [
        ('rock-moved', 1, None, None),
        *fire('diesel', (1 - v['electric-share']) * v['diesel-per-moved'] * 35.9 / 1000, 'diesel of the mine'),
        ('electricity', -v['electric-share'] * v['electricity-per-moved'] / 1000, None, None),
    ]


def greenhouse(v):
    floor = 1000 / v['yield']
    heat = v['u-value'] * v['cover-ratio'] * v['degree-days'] * 24 * (1 - v['solar-share']) / 1000
    carbon = 0.022
    water = v['watering'] * floor
    fed = v['enrichment'] * floor / 1000
    return [
        ('greenhouse-heat', -heat * floor / 1000, None, None),
        ('liquid-carbon-dioxide', -fed, None, None),
        ('water', -water, None, None),
        ('produce', 1, None, None),
        ('carbon-dioxide', fed - carbon * CO2 / C, 'enrichment', None),
        ('oxygen', carbon * 2 * O / C, 'growth', None),
        # Dry matter is CH2O, the rest of the fruit is water.
        ('water-vapour', water - (1 - carbon * (C + H2O) / C) - carbon * H2O / C, 'transpiration', None),
    ]


def boiler(fuel):
    def recipe(v):
        gj = 3.6 / v['efficiency']
        co2 = gj * v['emission-factor'] / 1000
        mass = gj / v['heating-value']
        hydrogen = mass - co2 * C / CO2
        per_mwh = {'C': co2 * C / CO2 * v['efficiency'], 'mass': mass * v['efficiency']}
        return [
            (fuel, -1 / v['efficiency'], None, per_mwh),
            ('air-oxygen', -(co2 * 2 * O / CO2 + hydrogen * O / (2 * H)), None, None),
            ('carbon-dioxide', co2, 'fuel', {'C': C / CO2, 'mass': 1}),
            ('water-vapour', hydrogen * H2O / (2 * H), 'fuel', None),
        ]
    return recipe


def solid(v):
    """One tonne of fuel as carbon, ash, free hydrogen and water: the masses add up, and so does the heat (Dulong 1868)."""
    carbon = v['emission-factor'] * v['heating-value'] / 1000 * C / CO2
    ash = v['ash']
    hydrogen, water = solve([[1, 1], [120, -2.44]], [1 - carbon - ash, v['heating-value'] - 32.8 * carbon])
    if hydrogen < 0:
        hydrogen, water = 0, 1 - carbon - ash
    if water < 0:
        hydrogen, water = max(0, 1 - carbon - ash), 0
    return carbon, ash, hydrogen, water


def stoker(fuel, gas):
    def recipe(v):
        carbon, ash, hydrogen, water = solid(v)
        tonnes = 3.6 / v['efficiency'] / v['heating-value']
        per_mwh = 3.6 / v['heating-value']
        return [
            (fuel, -1 / v['efficiency'], None, {'C': carbon * per_mwh, 'mass': per_mwh}),
            ('air-oxygen', -tonnes * (carbon * 2 * O / C + hydrogen * O / (2 * H)), None, None),
            (gas, tonnes * carbon * CO2 / C, 'fuel', {'C': C / CO2, 'mass': 1}),
            ('water-vapour', tonnes * (water + hydrogen * H2O / (2 * H)), 'fuel', None),
            ('fuel-ash', tonnes * ash, None, None),
        ]
    return recipe


def cycle(heat):
    def recipe(v):
        t1, t2 = v['source-temperature'] + 273.15, v['return-temperature'] + 273.15
        mean = (t1 - t2) / math.log(t1 / t2)
        return [(heat, -1 / (v['carnot-share'] * (1 - (v['sink-temperature'] + 273.15) / mean)), None, None)]
    return recipe


def pump(heat):
    def recipe(v):
        hot, cold = v['supply-temperature'], v['return-temperature']
        cop = max(1, v['carnot-share'] * (hot + 273.15) / (hot - cold))
        return [('electricity', -1 / cop, None, None), (heat, -(1 - 1 / cop), None, None)]
    return recipe


MODELS = {
    'open-pit': pit(True), 'open-pit-hauled': pit(False), 'truck-fleet': fleet,
    'ore-washing': treatment('bauxite-washings'), 'ore-flotation': treatment('bauxite-tailings'),
    'ore-sorting': treatment('bauxite-rejects'), 'siderite-separation': treatment('bauxite-rejects'),
    'bayer': bayer, 'bayer-imported': lambda v: bayer(v, 'imported-bauxite'), 'bayer-sinter': sinter, 'bayer-washed': washed,
    'anode-plant': anodes, 'potline': pots, 'inert-anode-cell': lambda v: pots(v, False),
    'greenhouse': greenhouse, 'gas-boiler': boiler('natural-gas'), 'gas-turbine': boiler('natural-gas'),
    'hydrogen-turbine': boiler('hydrogen'), 'coal-boiler': stoker('coal', 'carbon-dioxide'),
    'coal-turbine': stoker('coal', 'carbon-dioxide'), 'biomass-boiler': stoker('biomass', 'biogenic-carbon-dioxide'),
    'biomass-turbine': stoker('biomass', 'biogenic-carbon-dioxide'), 'orc-flue': cycle('flue-heat'), 'orc-pot-gas': cycle('pot-gas-heat'),
    'orc-low-heat': cycle('low-heat'), 'heat-pump-cooling-water': pump('cooling-heat'), 'heat-pump-steam': pump('low-heat'),
}


def made_of(flows, name):
    return sum(a for n, a, _, _ in flows if n == name)


def bayer_results(v):
    ore, bauxite, residue, caustic, _, spc = circuit(v)
    silica = ore.reactive * bauxite
    ideal = 8 * NAOH / (6 * SIO2)
    return {
        'available-alumina': ore.available, 'bauxite': bauxite, 'caustic-soda': 1000 * caustic,
        'caustic-to-silica': 1000 * v['caustic-per-silica'] * silica,
        'desilication-product': silica * (2.70 + (v['caustic-per-silica'] - ideal) * spc), 'bauxite-residue': residue,
        'residue-al2o3': (ore.al * bauxite - SGA_AL2O3) / residue, 'residue-fe2o3': ore.fe * bauxite / residue,
        'residue-sio2': ore.si * bauxite / residue, 'residue-na2o': (caustic * spc - SGA_NA2O) / residue,
        'water': -made_of(bayer(v), 'water'),
    }


def sinter_results(v):
    flows = sinter(v)
    ash, mud = -made_of(flows, 'soda-ash'), made_of(flows, 'belite-mud')
    soda = ash * NA2O / NA2CO3
    lime = -made_of(flows, 'limestone') * v['limestone-purity'] * CAO / CACO3
    return {
        'bauxite': -made_of(flows, 'bauxite'), 'limestone': -made_of(flows, 'limestone'), 'limestone-co2': lime * CO2 / CAO,
        'soda-ash': 1000 * ash, 'caustic-equivalent': 1000 * soda * 2 * NAOH / NA2O, 'belite-mud': mud,
        'mud-na2o': (soda - SGA_NA2O) / mud,
        'heat': v['kiln-fuel'] + v['calcination-fuel'] + v['calcination-hydrogen'] + 3.6 * v['calcination-electricity'] + 3.6 * v['steam'],
    }


def washed_results(v):
    inside = bettered(v)
    _, feed, residue, caustic, _, _ = circuit(inside)
    return {
        'washed-al2o3': inside['al2o3'], 'washed-sio2': inside['sio2'], 'silica-module': inside['al2o3'] / inside['sio2'],
        'bauxite': feed / v['mass-yield'], 'washed-bauxite': feed, 'washings': feed / v['mass-yield'] - feed,
        'caustic-soda': 1000 * caustic, 'bauxite-residue': residue,
    }


def treated_results(v):
    b, y = bettered(v), v['mass-yield']
    return {
        'al2o3': b['al2o3'], 'sio2': b['sio2'], 'reactive-silica': b['sio2'] * b['reactive-share-of-sio2'], 'fe2o3': b['fe2o3'],
        'silica-module': b['al2o3'] / b['sio2'], 'module-before': v['al2o3'] / v['sio2'], 'ore': 1 / y, 'left': 1 / y - 1,
        'electricity': v['power'] / y,
    }


def anode_results(v):
    flows = anodes(v)
    process = sum(a for n, a, c, _ in flows if n == 'carbon-dioxide' and c != 'baking fuel')
    fuel = v['baking-fuel'] * 0.0561
    return {'coke': -1000 * made_of(flows, 'calcined-coke'), 'process-co2': process, 'fuel-co2': fuel, 'total-co2': process + fuel}


def pit_results(v):
    moved = 1 + v['strip-ratio'] * v['waste-density']
    return {
        'moved': moved, 'diesel': moved * (1 - v['electric-share']) * v['diesel-per-moved'] * 35.9,
        'power': v['electricity'] + moved * v['electric-share'] * v['electricity-per-moved'],
    }


def hauled_results(v):
    moved = 1 + v['strip-ratio'] * v['waste-density']
    return {'moved': moved, 'moved-per-dry': moved / (1 - v['moisture']), 'power': v['electricity']}


def fleet_results(v):
    return {'diesel': (1 - v['electric-share']) * v['diesel-per-moved'] * 35.9, 'power': v['electric-share'] * v['electricity-per-moved']}


def line_results(v):
    """Law of Faraday; kWh; MW."""
    day = AL / (3 * FARADAY) * 3600 * v['current'] * v['current-efficiency'] * 24 / 1000
    direct = v['cell-voltage'] * 3 * FARADAY / (AL * 3.6) / v['current-efficiency']
    alternating = direct / v['rectifier-efficiency'] + v['auxiliaries']
    return {
        'production-per-pot': day, 'production': day * v['pots'] * 365 * v['availability'], 'dc-energy': direct,
        'ac-energy': alternating, 'load': day * v['pots'] * alternating / 24000,
    }


def pot_at(v, power):
    """Current by halving: volts are back EMF and the rest in proportion. Efficiency, metal and heat as in the working point."""
    rise = v['cell-voltage'] - v['back-emf']
    low, high = 0.0, 3.0
    for _ in range(200):
        middle = (low + high) / 2
        if middle * (v['back-emf'] + rise * middle) < power * v['cell-voltage']:
            low = middle
        else:
            high = middle
    current = (low + high) / 2
    efficiency = 1 - (1 - v['current-efficiency']) / current
    efficiency -= v['cycling-loss'] * max(0, abs(1 - power) - v['cycling-band'])
    inside = v['back-emf'] + rise * current - v['busbar-voltage'] * current - 1.65 - 0.48 * efficiency
    return efficiency, current * efficiency / v['current-efficiency'], current * inside


def window_results(v):
    """Both ends of the power window, how long the low one lasts, how long a pot lives without power, what exchangers cost."""
    line = line_results(v)
    hourly = line['production-per-pot'] * v['pots'] / 24
    results = {}
    for end in ('low', 'high'):
        power = v['power-window-' + end]
        efficiency, metal, _ = pot_at(v, power)
        drawn = line['dc-energy'] / v['rectifier-efficiency'] * (power + v['swing-penalty'] * abs(power - 1))
        results['load-' + end] = hourly * (drawn + v['auxiliaries'] * metal) / 1000
        results['metal-' + end], results['efficiency-' + end] = metal, efficiency
        results['energy-' + end] = drawn / metal + v['auxiliaries']
    usual = pot_at(v, 1)[2]
    lacks, may = 1 - pot_at(v, v['power-window-low'])[2] / usual, -v['heat-down']
    # d debt / dt = lacks - debt / recovery, from nothing to may * recovery.
    results['hours-at-low'] = 8760 if lacks <= may else min(8760, v['recover-within'] * math.log(lacks / (lacks - may)))
    # kg per kA; kJ/(kg K): bath 1.9, metal 1.18, half of the lining 1.2; 510 kJ/kg to freeze the bath. kW per kA.
    kelvin = 1000 * (1.9 * v['bath-per-current'] + 1.18 * v['metal-per-current'] + 0.6 * v['lining-per-current'])
    bath = 510000 * v['bath-per-current']
    for name, frozen in (('survival-hours', v['frozen-bath']), ('freezing-hours', 1)):
        results[name] = (kelvin * v['cooling-reserve'] + frozen * bath) / usual / 3600
    results['retrofit-cost'] = v['pots'] * v['retrofit-per-pot']
    results['retrofit-per-tonne'] = results['retrofit-cost'] / line['production']
    return results


def pot_results(v):
    """Of the voltage inside the pot 1.65 + 0.48 × efficiency makes metal (Haupin 1998); the rest is lost as heat."""
    flows = pots(v)
    line = line_results(v)
    heat = v['cell-voltage'] - v['busbar-voltage'] - 1.65 - 0.48 * v['current-efficiency']
    return {
        **line, **window_results(v), 'heat-loss': line['dc-energy'] / 1000 * heat / v['cell-voltage'],
        'alumina': -made_of(flows, 'alumina'), 'aluminium-fluoride': -1000 * made_of(flows, 'aluminium-fluoride'),
        'gross-anode': -made_of(flows, 'baked-anode'),
        'anode-co2': sum(a for n, a, c, _ in flows if n == 'carbon-dioxide' and c == 'anode consumption'),
        'cf4': 1000 * made_of(flows, 'carbon-tetrafluoride'), 'c2f6': 1000 * made_of(flows, 'hexafluoroethane'),
        'spent-pot-lining': 1000 * made_of(flows, 'spent-pot-lining'),
    }


def cell_results(v):
    line = line_results(v)
    return {**line, 'oxygen': line['production'] * 3 * O / (2 * AL)}


def glass_results(v):
    floor = v['area'] * 10000
    loss = v['u-value'] * v['cover-ratio']
    per_area = loss * v['degree-days'] * 24 * (1 - v['solar-share']) / 1000
    return {
        'heat-per-area': per_area, 'heat': per_area * floor / 1000, 'peak-heat': loss * v['peak-difference'] * floor / 1e6,
        'carbon-dioxide': v['enrichment'] * floor / 1000, 'water': v['watering'] * floor, 'jobs': v['jobs-per-area'] * v['area'],
        'produce': v['yield'] * floor / 1000,
    }


def fired_results(fuel):
    def results(v):
        flows = boiler(fuel)(v)
        return {
            'fuel': 1 / v['efficiency'], 'fuel-mass': 3.6 / v['efficiency'] / v['heating-value'],
            'oxygen': -made_of(flows, 'air-oxygen'), 'carbon-dioxide': made_of(flows, 'carbon-dioxide'),
            'water-vapour': made_of(flows, 'water-vapour'),
        }
    return results


def stoked_results(fuel, gas):
    def results(v):
        flows = stoker(fuel, gas)(v)
        return {
            'fuel': 1 / v['efficiency'], 'fuel-mass': 3.6 / v['efficiency'] / v['heating-value'],
            'oxygen': -made_of(flows, 'air-oxygen'), 'carbon-dioxide': made_of(flows, gas),
            'water-vapour': made_of(flows, 'water-vapour'), 'ash': made_of(flows, 'fuel-ash'),
        }
    return results


def cycle_results(v):
    heat = -cycle('heat')(v)[0][1]
    return {'ideal-efficiency': 1 / heat / v['carnot-share'], 'efficiency': 1 / heat, 'heat': heat, 'rejected': heat - 1}


def pump_results(v):
    power = -pump('heat')(v)[0][1]
    return {'coefficient-of-performance': 1 / power, 'electricity': power, 'heat': 1 - power}


RESULTS = {
    'open-pit': pit_results, 'open-pit-hauled': hauled_results, 'truck-fleet': fleet_results, 'ore-washing': treated_results,
    'ore-flotation': treated_results, 'ore-sorting': treated_results, 'siderite-separation': treated_results,
    'bayer': bayer_results, 'bayer-imported': bayer_results, 'bayer-sinter': sinter_results, 'bayer-washed': washed_results,
    'anode-plant': anode_results, 'potline': pot_results, 'inert-anode-cell': cell_results, 'greenhouse': glass_results,
    'gas-boiler': fired_results('natural-gas'), 'gas-turbine': fired_results('natural-gas'), 'hydrogen-turbine': fired_results('hydrogen'),
    'coal-boiler': stoked_results('coal', 'carbon-dioxide'), 'coal-turbine': stoked_results('coal', 'carbon-dioxide'),
    'biomass-boiler': stoked_results('biomass', 'biogenic-carbon-dioxide'),
    'biomass-turbine': stoked_results('biomass', 'biogenic-carbon-dioxide'), 'orc-flue': cycle_results, 'orc-pot-gas': cycle_results, 'orc-low-heat': cycle_results,
    'heat-pump-cooling-water': pump_results, 'heat-pump-steam': pump_results,
}


def main():
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'recipes.json')
    with open(path, encoding='utf-8') as file:
        truths = json.load(file)
    for truth in truths:
        flows = MODELS[truth['model']](truth['values'])
        truth['flows'] = [
            {
                'commodity': name, 'amount': round(amount, 12),
                **({} if cause is None else {'cause': cause}),
                **({} if elements is None else {'composition': {e: round(t, 12) for e, t in elements.items()}}),
            }
            for name, amount, cause, elements in flows if abs(amount) > 1e-15
        ]
        results = RESULTS[truth['model']](truth['values'])
        truth['results'] = {key: round(value, 12) for key, value in results.items()}
    with open(path, 'w', encoding='utf-8') as file:
        json.dump(truths, file, ensure_ascii=False, indent=1)
        file.write('\n')


main()
