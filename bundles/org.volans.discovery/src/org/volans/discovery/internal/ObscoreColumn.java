package org.volans.discovery.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import uk.ac.starlink.table.ColumnInfo;

/** The columns of ObsCore 1.1 (appendix B) with their types, units, UCDs and utypes. */
enum ObscoreColumn {
    DATAPRODUCT_TYPE(String.class, "", "meta.code.class", "ObsDataset.dataProductType", "Kind of data product"),
    CALIB_LEVEL(Integer.class, "", "meta.code;obs.calib", "ObsDataset.calibLevel", "Calibration level, 0 to 4"),
    OBS_COLLECTION(String.class, "", "meta.id", "DataID.collection", "Data collection"),
    OBS_ID(String.class, "", "meta.id", "DataID.observationID", "Observation"),
    OBS_PUBLISHER_DID(String.class, "", "meta.ref.ivoid", "Curation.publisherDID", "Publisher's identifier"),
    ACCESS_URL(String.class, "", "meta.ref.url", "Access.reference", "Where the data set or its Datalink is"),
    ACCESS_FORMAT(String.class, "", "meta.code.mime", "Access.format", "Media type of what is there"),
    ACCESS_ESTSIZE(Long.class, "kbyte", "phys.size;meta.file", "Access.size", "Estimated size"),
    TARGET_NAME(String.class, "", "meta.id;src", "Target.name", "Object observed"),
    S_RA(Double.class, "deg", "pos.eq.ra", Char.POSITION + "C1", "Right ascension of the middle, ICRS"),
    S_DEC(Double.class, "deg", "pos.eq.dec", Char.POSITION + "C2", "Declination of the middle, ICRS"),
    S_FOV(Double.class, "deg", "phys.angSize;instr.fov", Char.SPACE + "Coverage.Bounds.Extent.diameter", "Diameter"),
    S_REGION(
            String.class, "", "pos.outline;obs.field", Char.SPACE + "Coverage.Support.Area", "Part of the sky covered"),
    S_XEL1(Long.class, "", "meta.number", Char.SPACE + "numBins1", "Pixels along the first spatial axis"),
    S_XEL2(Long.class, "", "meta.number", Char.SPACE + "numBins2", "Pixels along the second spatial axis"),
    S_RESOLUTION(Double.class, "arcsec", "pos.angResolution", Char.SPACE + "Resolution.Refval.value", "Resolution"),
    T_MIN(Double.class, "d", "time.start;obs.exposure", Char.TIME + "Coverage.Bounds.Limits.StartTime", "Start, MJD"),
    T_MAX(Double.class, "d", "time.end;obs.exposure", Char.TIME + "Coverage.Bounds.Limits.StopTime", "Stop, MJD"),
    T_EXPTIME(Double.class, "s", "time.duration;obs.exposure", Char.TIME + "Coverage.Support.Extent", "Exposure time"),
    T_RESOLUTION(Double.class, "s", "time.resolution", Char.TIME + "Resolution.Refval.value", "Resolution in time"),
    T_XEL(Long.class, "", "meta.number", Char.TIME + "numBins", "Elements along the time axis"),
    EM_MIN(
            Double.class,
            "m",
            "em.wl;stat.min",
            Char.SPECTRUM + "Coverage.Bounds.Limits.LoLimit",
            "Shortest wavelength"),
    EM_MAX(Double.class, "m", "em.wl;stat.max", Char.SPECTRUM + "Coverage.Bounds.Limits.HiLimit", "Longest wavelength"),
    EM_RES_POWER(
            Double.class, "", "spect.resolution", Char.SPECTRUM + "Resolution.ResolPower.refVal", "Resolving power"),
    EM_XEL(Long.class, "", "meta.number", Char.SPECTRUM + "numBins", "Elements along the spectral axis"),
    O_UCD(String.class, "", "meta.ucd", "Char.ObservableAxis.ucd", "UCD of what was observed"),
    POL_STATES(String.class, "", "meta.code;phys.polarization", "Char.PolarizationAxis.stateList", "Polarizations"),
    POL_XEL(Long.class, "", "meta.number", "Char.PolarizationAxis.numBins", "Number of polarization states"),
    FACILITY_NAME(String.class, "", "meta.id;instr.tel", "Provenance.ObsConfig.Facility.name", "Facility"),
    INSTRUMENT_NAME(String.class, "", "meta.id;instr", "Provenance.ObsConfig.Instrument.name", "Instrument"),
    DATAPRODUCT_SUBTYPE(String.class, "", "meta.code.class", "ObsDataset.dataProductSubtype", "Finer kind"),
    OBS_TITLE(String.class, "", "meta.title;obs", "DataID.title", "Title"),
    OBS_CREATOR_DID(String.class, "", "meta.id", "DataID.creatorDID", "Creator's identifier"),
    TARGET_CLASS(String.class, "", "src.class", "Target.class", "Class of the object"),
    S_PIXEL_SCALE(
            Double.class, "arcsec", "phys.angSize;instr.pixel", Char.SPACE + "Sampling.RefVal.SamplingPeriod", "Pixel"),
    EM_UCD(String.class, "", "meta.ucd", Char.SPECTRUM + "ucd", "Nature of the spectral axis");

    /** Starts of utypes that many columns share. */
    private static final class Char {
        static final String SPACE = "Char.SpatialAxis.";
        static final String POSITION = SPACE + "Coverage.Location.Coord.Position2D.Value2.";
        static final String TIME = "Char.TimeAxis.";
        static final String SPECTRUM = "Char.SpectralAxis.";
    }

    private static final Map<String, ObscoreColumn> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(ObscoreColumn::columnName, Function.identity()));

    private final Class<?> type;
    private final String unit;
    private final String ucd;
    private final String utype;
    private final String description;

    ObscoreColumn(Class<?> type, String unit, String ucd, String utype, String description) {
        this.type = type;
        this.unit = unit;
        this.ucd = ucd;
        this.utype = utype;
        this.description = description;
    }

    /** The column that a service means; it may write the name in upper case. */
    static java.util.Optional<ObscoreColumn> of(String name) {
        return java.util.Optional.ofNullable(BY_NAME.get(name.toLowerCase(Locale.ROOT)));
    }

    /** Whether every ObsCore service must have it (ObsCore 1.1, table 1); the others are shown where somebody has them. */
    boolean mandatory() {
        return ordinal() < DATAPRODUCT_SUBTYPE.ordinal();
    }

    static List<ObscoreColumn> all() {
        return List.of(values());
    }

    String columnName() {
        return name().toLowerCase(Locale.ROOT);
    }

    Class<?> type() {
        return type;
    }

    ColumnInfo info() {
        ColumnInfo info = new ColumnInfo(columnName(), type, description);
        info.setUCD(ucd);
        info.setUtype("obscore:" + utype);
        if (!unit.isEmpty()) {
            info.setUnitString(unit);
        }
        return info;
    }
}
