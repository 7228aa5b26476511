"""Where viewers live: countries of very uneven size, their regions, time zones and postcodes.

The weights are invented: rough shares of a service that began in North America. The kit needs them uneven, so that
a count of 53 splits into counts of one.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import pandas as pd


class Country(NamedTuple):
    """A country: its share of viewers, the Faker locale of its names, its postcode shape and its regions.

    In a postcode shape, `@` is a letter, `#` is a digit, and everything else stands for itself.
    Regions are "name | weight | time zone", and a region that gives no zone takes the one before it.
    """

    share: float
    locale: str
    postcode: str
    regions: str


COUNTRIES: dict[str, Country] = {
    "United States": Country(
        36.0,
        "en_US",
        "#####",
        """California 12 America/Los_Angeles; Washington 4;
        Texas 9 America/Chicago; Illinois 5; Florida 7 America/New_York; New York 8; Pennsylvania 4;
        Georgia 4; Massachusetts 3; Colorado 2 America/Denver""",
    ),
    "United Kingdom": Country(
        9.5,
        "en_GB",
        "@@# #@@",
        """London 9 Europe/London; South East 8; North West 7;
        East of England 5; West Midlands 5; South West 5; Yorkshire 5; Scotland 5; Wales 3; Northern Ireland 2""",
    ),
    "Brazil": Country(
        8.0,
        "pt_BR",
        "#####-###",
        """São Paulo 9 America/Sao_Paulo; Rio de Janeiro 5;
        Minas Gerais 4; Paraná 2; Bahia 2 America/Bahia; Amazonas 1 America/Manaus""",
    ),
    "Canada": Country(
        6.5,
        "en_CA",
        "@#@ #@#",
        """Ontario 9 America/Toronto; Quebec 5; British Columbia 4 America/Vancouver;
        Alberta 3 America/Edmonton; Manitoba 1 America/Winnipeg; Nova Scotia 1 America/Halifax""",
    ),
    "Mexico": Country(
        5.5,
        "es_MX",
        "#####",
        """Ciudad de México 6 America/Mexico_City; Jalisco 3; Nuevo León 3;
        Puebla 2; Yucatán 1 America/Merida; Baja California 1 America/Tijuana""",
    ),
    "Germany": Country(
        5.0,
        "de_DE",
        "#####",
        """Nordrhein-Westfalen 6 Europe/Berlin; Bayern 5; Baden-Württemberg 4;
        Berlin 3; Niedersachsen 2; Hessen 2""",
    ),
    "France": Country(
        4.5,
        "fr_FR",
        "#####",
        """Île-de-France 7 Europe/Paris; Auvergne-Rhône-Alpes 4; Occitanie 3;
        Nouvelle-Aquitaine 3; Hauts-de-France 2; Bretagne 2""",
    ),
    "Australia": Country(
        4.2,
        "en_AU",
        "####",
        """New South Wales 6 Australia/Sydney; Victoria 5 Australia/Melbourne;
        Queensland 4 Australia/Brisbane; Western Australia 2 Australia/Perth; South Australia 1 Australia/Adelaide;
        Tasmania 1 Australia/Hobart""",
    ),
    "Netherlands": Country(2.6, "nl_NL", "#### @@", "Holland 6 Europe/Amsterdam; Groningen 1"),
    "Sweden": Country(2.3, "sv_SE", "### ##", "Stockholm 4 Europe/Stockholm; Norrland 2"),
    "Argentina": Country(2.2, "es_AR", "@####", "Buenos Aires 6 America/Argentina/Buenos_Aires; Córdoba 2"),
    "Spain": Country(2.0, "es_ES", "#####", "Madrid 4 Europe/Madrid; Andalucía 2"),
    "Italy": Country(1.8, "it_IT", "#####", "Lombardia 4 Europe/Rome; Sicilia 2"),
    "Colombia": Country(1.5, "es_CO", "######", "Bogotá 4 America/Bogota; Antioquia 2"),
    "Norway": Country(1.3, "no_NO", "####", "Østlandet 1 Europe/Oslo"),
    "Denmark": Country(1.2, "da_DK", "####", "Hovedstaden 1 Europe/Copenhagen"),
    "Poland": Country(1.1, "pl_PL", "##-###", "Mazowsze 1 Europe/Warsaw"),
    "Ireland": Country(1.0, "en_IE", "@## @#@#", "Leinster 1 Europe/Dublin"),
    "Finland": Country(0.9, "fi_FI", "#####", "Uusimaa 1 Europe/Helsinki"),
    "New Zealand": Country(0.8, "en_NZ", "####", "North Island 3 Pacific/Auckland; South Island 1"),
    "Belgium": Country(0.7, "nl_BE", "####", "Vlaanderen 1 Europe/Brussels"),
    "Switzerland": Country(0.6, "de_CH", "####", "Zürich 1 Europe/Zurich"),
    "Portugal": Country(0.5, "pt_PT", "####-###", "Lisboa 1 Europe/Lisbon"),
    "Austria": Country(0.4, "de_AT", "####", "Wien 1 Europe/Vienna"),
}


@cache
def regions() -> pd.DataFrame:
    """One row per region: country, region, time_zone, locale, postcode (its shape), share (of all, 1 in sum).

    Examples:
        >>> regions().groupby("country")["share"].sum().idxmax()
        'United States'
    """
    rows = [row for name, country in COUNTRIES.items() for row in _regions_of(name, country)]
    return pd.DataFrame(rows, columns=["country", "region", "time_zone", "locale", "postcode", "share"]).assign(
        share=lambda frame: frame["share"] / frame["share"].sum()
    )


def _regions_of(name: str, country: Country) -> list[tuple[str, str, str, str, str, float]]:
    rows, zone = [], ""
    parts = [part.split() for part in country.regions.split(";")]
    spelled = [(words[:-1], words[-1]) if "/" in words[-1] else (words, "") for words in parts]
    whole = sum(float(words[-1]) for words, _ in spelled)
    for words, given in spelled:
        zone = given or zone
        share = country.share * float(words[-1]) / whole
        rows.append((name, " ".join(words[:-1]), zone, country.locale, country.postcode, share))
    return rows
