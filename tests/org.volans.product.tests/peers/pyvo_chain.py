#!/usr/bin/python3
"""The chain with PyVO, as its users write it: registry, upload join, ObsCore, Datalink, SODA, SEDs, one after the other.

    pyvo_chain.py REGISTRY OBJECTS.vot [--out FOLDER] [--thrifty] [--photometry TABLE]

Knows nothing of Volans. Prints what it found and how long each step took as JSON. Without --thrifty the mosaic and its links
are looked up for each position anew, as a recipe does that is called once for each.
"""

import argparse
import io
import json
import os
import pathlib
import time
import warnings

warnings.simplefilter("ignore")


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("registry")
    parser.add_argument("objects")
    parser.add_argument("--out", type=pathlib.Path)
    parser.add_argument("--thrifty", action="store_true")
    parser.add_argument("--photometry", default='"V/147/sdss12"')
    return parser.parse_args()


ARGS = arguments()
os.environ["IVOA_REGISTRY"] = ARGS.registry  # read when PyVO is imported

import numpy  # noqa: E402
import pyvo  # noqa: E402
from astropy import units as u  # noqa: E402
from astropy.coordinates import SkyCoord  # noqa: E402
from astropy.io import fits  # noqa: E402
from astropy.table import Table  # noqa: E402
from astropy.wcs import WCS  # noqa: E402

SOURCE_RADIUS = 100 / 3600
WAVELENGTHS = {"em.opt.U": 3.5e-7, "em.opt.B": 4.5e-7, "em.opt.R": 6.75e-7, "em.opt.I": 8.75e-7}
STEPS = {}


class Step:
    """Adds its wall time to a step's."""

    def __init__(self, name):
        self.name = name

    def __enter__(self):
        self.start = time.perf_counter()

    def __exit__(self, *_):
        STEPS[self.name] = STEPS.get(self.name, 0) + time.perf_counter() - self.start


def photometry_service():
    """The TAP service that holds the catalogue found by its keyword."""
    records = pyvo.registry.search(keywords="SDSS12", servicetype="tap", includeaux=True)
    record = records.getrecord(0)
    return {"ivoid": record.ivoid, "access_url": record.access_url}


def join(service, objects):
    """Magnitudes within 1 arcsec of each position."""
    query = f"""
        SELECT phot.SDSS12, mine.*, phot.gmag, phot.imag, phot.rmag, phot.umag
        FROM {ARGS.photometry} AS phot
        JOIN TAP_UPLOAD.t1 AS mine
          ON 1 = CONTAINS(POINT('ICRS', phot.RA_ICRS, phot.DE_ICRS), CIRCLE('ICRS', mine.ra, mine.dec, 1./3600.))"""
    return service.run_sync(query, uploads={"t1": objects})


def radio_services():
    """Access URLs of the radio services with ObsCore."""
    records = pyvo.registry.search(servicetype="tap", waveband="radio", datamodel="obscore")
    return sorted({record.access_url for record in records})


def covering(url, objects):
    """How many pairs of position and data set a service has, or what it says."""
    query = """
        SELECT mine.ra, mine.dec, o.obs_publisher_did, o.dataproduct_type, o.access_url
        FROM ivoa.obscore AS o
        JOIN TAP_UPLOAD.t1 AS mine ON 1 = CONTAINS(POINT('ICRS', mine.ra, mine.dec), o.s_region)"""
    try:
        return {"rows": len(pyvo.dal.TAPService(url).run_sync(query, uploads={"t1": objects}))}
    except Exception as fault:  # a service that is down is one line of the report
        return {"error": str(fault)}


def holder(urls, table):
    """The service among these that has a table of this name."""
    for url in urls:
        try:
            service = pyvo.dal.TAPService(url)
            found = service.run_sync(f"SELECT table_name FROM TAP_SCHEMA.tables WHERE table_name = '{table}'")
            if len(found):
                return service
        except Exception:  # nosec: the next one may have it
            continue
    raise SystemExit(f"no service has {table}")


def source_near(service, ra, dec):
    """The nearest radio source within 100 arcsec."""
    found = service.run_sync(f"""
        SELECT ra, dec, maj_axis FROM lolss.source_catalog
        WHERE DISTANCE(POINT('', ra, dec), POINT('', {ra}, {dec})) < {SOURCE_RADIUS}""").to_table()
    here = SkyCoord(ra * u.deg, dec * u.deg)
    return min(found, key=lambda row: here.separation(SkyCoord(row["ra"] * u.deg, row["dec"] * u.deg)), default=None)


def cutter(service):
    """The cutout service of the mosaic, and what links there are."""
    links = next(service.run_sync("SELECT pubdid FROM lolss.mosaic").iter_datalinks())
    return links.get_first_proc(), [str(link.semantics) for link in links]


def cutouts(service, objects):
    made, links, soda = [], [], None
    for ra, dec in zip(objects["ra"], objects["dec"]):
        with Step("sources"):
            source = source_near(service, ra, dec)
        with Step("cutouts"):
            if soda is None or not ARGS.thrifty:
                soda, links = cutter(service)
            radius = SOURCE_RADIUS if source is None else float(source["maj_axis"]) / 3600
            content = soda.process(circle=[ra * u.deg, dec * u.deg, radius * u.deg]).read()
            if ARGS.out:
                (ARGS.out / f"cutout-{len(made) + 1:03d}.fits").write_bytes(content)
        made.append((float(ra), float(dec), radius, content))
    return made, links


def described(ra, dec, radius, content):
    """What astropy says of a cutout."""
    with fits.open(io.BytesIO(content)) as hdus:
        hdu = hdus[0]
        x, y = WCS(hdu.header, naxis=2).world_to_pixel(SkyCoord(ra * u.deg, dec * u.deg))
        height, width = hdu.data.shape[-2:]
        return {
            "ra": ra,
            "dec": dec,
            "radius": radius,
            "bytes": len(content),
            "shape": [width, height],
            "pixel_deg": abs(float(hdu.header["CDELT1"])),
            "x": float(x),
            "y": float(y),
            "finite": bool(numpy.isfinite(hdu.data).any()),
        }


def pictures(colours):
    """SED pictures, where matplotlib is installed."""
    try:
        import matplotlib

        matplotlib.use("Agg")
        from matplotlib import pyplot
    except ImportError:
        return None
    bands = [(WAVELENGTHS[f.ucd.split(";")[1]], f.name) for f in colours.resultstable.fields
             if f.ucd and f.ucd.startswith("phot.mag;")]
    for number, row in enumerate(colours.to_table(), 1):
        points = sorted((wavelength, row[name]) for wavelength, name in bands)
        figure, axes = pyplot.subplots()
        axes.semilogx(*zip(*points), "o-")
        axes.invert_yaxis()
        axes.set_xlabel("wavelength [m]")
        axes.set_ylabel("magnitude")
        figure.savefig(ARGS.out / f"sed-{number:03d}.png" if ARGS.out else io.BytesIO())
        pyplot.close(figure)
    return len(colours)


def main():
    if ARGS.out:
        ARGS.out.mkdir(parents=True, exist_ok=True)
    objects = Table.read(ARGS.objects)
    with Step("registry"):
        photometry = photometry_service()
    with Step("join"):
        colours = join(pyvo.dal.TAPService(photometry["access_url"]), objects)
        if ARGS.out:
            colours.to_table().write(ARGS.out / "objects_colours.vot", format="votable", overwrite=True)
    with Step("discovery"):
        urls = radio_services()
        found = {url: covering(url, objects) for url in urls}
    with Step("sources"):
        service = holder([url for url in urls if "rows" in found[url]], "lolss.source_catalog")
    made, links = cutouts(service, objects)
    with Step("seds"):
        drawn = pictures(colours)
    table = colours.to_table()
    print(json.dumps({
        "pyvo": pyvo.__version__,
        "seconds": {name: round(seconds, 3) for name, seconds in STEPS.items()},
        "photometry": photometry,
        "fields": [[f.name, f.ucd, str(f.unit)] for f in colours.resultstable.fields],
        "rows": [[v if isinstance(v, str) else float(v) for v in row] for row in table],
        "discovery": found,
        "links": links,
        "cutouts": [described(*cutout) for cutout in made],
        "sed_pictures": drawn,
    }))


if __name__ == "__main__":
    main()
