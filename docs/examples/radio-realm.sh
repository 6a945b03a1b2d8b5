#!/bin/sh
# The radio realm: from a list of positions to magnitudes, SEDs and radio cutouts, with Volans.
#
#   radio-realm.sh OBJECTS.vot FOLDER
#
# It asks the registry that VOLANS_REGISTRY names, else a public one. These are what to change for a survey of your own:
PHOTOMETRY=${PHOTOMETRY:-V/147}           # the catalogue's short name in the registry
MOSAICS=${MOSAICS:-Sky ASTRON TAP}        # who has the images; ivo://astron.nl/tap in the real world
RADIUS=${RADIUS:-0.02}                    # of each cutout, in degrees

set -eu
objects=${1:?give a table with positions, such as objects.vot}
out=${2:?give a folder to write into}
mkdir -p "$out"

volans tap query "$PHOTOMETRY" - --upload mine="$objects" -o "$out/colours.vot" << 'ADQL'
SELECT sdss.SDSS12, mine.ra, mine.dec, sdss.umag, sdss.gmag, sdss.rmag, sdss.imag
FROM "V/147/sdss12" AS sdss
JOIN TAP_UPLOAD.mine AS mine
  ON 1 = CONTAINS(POINT(sdss.RA_ICRS, sdss.DE_ICRS), CIRCLE(mine.ra, mine.dec, 1./3600.))
ORDER BY mine.dec, sdss.SDSS12
ADQL
volans sed "$out/colours.vot" --all -o "$out/seds.csv"

volans discover --objects "$objects" --waveband radio --timeout 60 -o "$out/images.vot"
volans tap query "$MOSAICS" "SELECT * FROM lolss.mosaic" -o "$out/mosaic.vot"
volans cutout "$out/mosaic.vot" --each "$objects" --radius "$RADIUS" -o "$out/cutouts"
for cutout in "$out"/cutouts/*.fits; do
    volans image "$cutout" -o "${cutout%.fits}.png" --overlay "$out/colours.vot"
done 2> "$out/pictures.log"
