package org.volans.sky.internal.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.volans.sky.internal.data.ImageSpec.Channels;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.votable.DataFormat;
import uk.ac.starlink.votable.VOTableVersion;
import uk.ac.starlink.votable.VOTableWriter;

/** Spectra of single sources as VOTables, made when asked for. Safe for concurrent use. */
public final class Spectra {

    private static final Pattern PATH = Pattern.compile("spectra/source_(\\d{1,4})\\.vot");
    private static final double ERROR = 0.004;

    private final RadioSky sky;

    Spectra(RadioSky sky) {
        this.sky = sky;
    }

    static String path(int number) {
        return "spectra/source_" + number + ".vot";
    }

    /** The document of that name, or empty when there is none. */
    public Optional<byte[]> document(String path) {
        Matcher matcher = PATH.matcher(path);
        if (!matcher.matches()
                || Integer.parseInt(matcher.group(1)) >= sky.sources().size()) {
            return Optional.empty();
        }
        int number = Integer.parseInt(matcher.group(1));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new VOTableWriter(DataFormat.TABLEDATA, true, VOTableVersion.V14).writeStarTable(table(number), out);
        } catch (IOException e) {
            throw new UncheckedIOException("a spectrum cannot be written", e);
        }
        return Optional.of(out.toByteArray());
    }

    private StarTable table(int number) {
        RadioSource source = sky.sources().get(number);
        Channels channels = SkyImages.cubes().get(0).channels();
        SeededRandom random = new SeededRandom(500L + number);
        double[] frequency = new double[channels.count()];
        double[] flux = new double[channels.count()];
        double[] error = new double[channels.count()];
        for (int i = 0; i < frequency.length; i++) {
            frequency[i] = channels.frequency(i);
            error[i] = ERROR;
            flux[i] = source.flux() * source.scale(frequency[i]) + ERROR * random.normal();
        }
        return Columns.of("spectrum")
                .table(SourceCatalogue.name(source), frequency.length, List.of(frequency, flux, error));
    }
}
