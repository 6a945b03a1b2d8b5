package org.volans.sky.internal.data;

/** The header of an {@link ImageSpec}: FITS WCS papers I to III. */
final class ImageHeader {

    private ImageHeader() {}

    static FitsHeader of(ImageSpec spec) {
        FitsHeader header = new FitsHeader()
                .logical("SIMPLE", true, "conforms to FITS standard")
                .number("BITPIX", -32, "array data type")
                .number("NAXIS", spec.cube() ? 3 : 2, "number of array dimensions")
                .number("NAXIS1", spec.size(), "length of axis 1")
                .number("NAXIS2", spec.size(), "length of axis 2");
        if (spec.cube()) {
            header.number("NAXIS3", spec.channels().count(), "length of axis 3");
        }
        celestial(spec, header);
        if (spec.cube()) {
            spectral(spec, header);
        } else {
            header.number("RESTFRQ", spec.channels().first(), "[Hz] central frequency");
        }
        return header.text("BUNIT", "Jy/beam", "unit of the pixels")
                .number("BMAJ", spec.beam() / 3600, "[deg] major axis of the beam (FWHM)")
                .number("BMIN", spec.beam() / 3600, "[deg] minor axis of the beam (FWHM)")
                .number("BPA", 0.0, "[deg] position angle of the beam")
                .text("OBJECT", spec.object(), "name of the field")
                .text("TELESCOP", "SIMLOFAR", "a simulation, no telescope")
                .text("DATE-OBS", "2021-10-24T12:00:00", "nominal date")
                .text("ORIGIN", "Volans embedded sky", "simulated data, version " + SkyFiles.VERSION)
                .history("Simulated: Gaussian sources, beam-sized noise, calibration artefacts.");
    }

    private static void celestial(ImageSpec spec, FitsHeader header) {
        header.text("CTYPE1", "RA---TAN", "right ascension, gnomonic projection")
                .number("CRVAL1", spec.center().ra(), "[deg] at the reference point")
                .number("CRPIX1", spec.referencePixel(), "pixel of the reference point")
                .number("CDELT1", -spec.pixel() / 3600, "[deg] increment")
                .text("CUNIT1", "deg", "unit of CRVAL and CDELT")
                .text("CTYPE2", "DEC--TAN", "declination, gnomonic projection")
                .number("CRVAL2", spec.center().dec(), "[deg] at the reference point")
                .number("CRPIX2", spec.referencePixel(), "pixel of the reference point")
                .number("CDELT2", spec.pixel() / 3600, "[deg] increment")
                .text("CUNIT2", "deg", "unit of CRVAL and CDELT");
        header.text("RADESYS", "ICRS", "reference frame");
    }

    private static void spectral(ImageSpec spec, FitsHeader header) {
        header.text("CTYPE3", "FREQ", "frequency")
                .number("CRVAL3", spec.channels().first(), "[Hz] at the reference point")
                .number("CRPIX3", 1.0, "pixel of the reference point")
                .number("CDELT3", spec.channels().width(), "[Hz] increment")
                .text("CUNIT3", "Hz", "unit of CRVAL and CDELT")
                .text("SPECSYS", "TOPOCENT", "reference frame of the frequencies");
    }
}
