package org.volans.cli.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.osgi.framework.BundleContext;
import org.volans.api.InputException;
import org.volans.api.adql.AdqlEngine;
import org.volans.api.adql.AdqlService;
import org.volans.api.cli.CliCommand;
import org.volans.api.datalink.DatalinkService;
import org.volans.api.datalink.SodaService;
import org.volans.api.discovery.DiscoveryService;
import org.volans.api.handler.HandlerService;
import org.volans.api.image.ImageService;
import org.volans.api.registry.RegistryService;
import org.volans.api.samp.SampRecorder;
import org.volans.api.samp.SampSender;
import org.volans.api.samp.SampService;
import org.volans.api.sed.SedService;
import org.volans.api.table.SharedTables;
import org.volans.api.table.TableService;
import org.volans.api.tap.JobLedger;
import org.volans.api.tap.TapService;
import org.volans.cli.internal.commands.AdqlCommand;
import org.volans.cli.internal.commands.CutoutCommand;
import org.volans.cli.internal.commands.DiscoverCommand;
import org.volans.cli.internal.commands.ImageCommand;
import org.volans.cli.internal.commands.LinksCommand;
import org.volans.cli.internal.commands.RegistryCommand;
import org.volans.cli.internal.commands.SampCommand;
import org.volans.cli.internal.commands.SedCommand;
import org.volans.cli.internal.commands.TableCommand;
import org.volans.cli.internal.commands.TapCommand;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What can be seen from the command line alone ends with 2 and one line that names it. Whoever reads a file or asks a service
 * for it ends with 1 here: there is nobody to ask.
 */
class WrongUsageTest {

    private static final Map<String, Supplier<CliCommand>> COMMANDS = Map.of(
            "adql",
            () -> new AdqlCommand(
                    nobody(AdqlService.class),
                    nobody(AdqlEngine.class),
                    nobody(TapService.class),
                    tables(),
                    nobody(RegistryService.class)),
            "cutout",
            () -> new CutoutCommand(
                    nobody(DatalinkService.class), nobody(SodaService.class), tables(), nobody(RegistryService.class)),
            "discover",
            () -> new DiscoverCommand(nobody(DiscoveryService.class), nobody(RegistryService.class), tables()),
            "image",
            () -> new ImageCommand(nobody(ImageService.class), tables()),
            "links",
            () -> new LinksCommand(nobody(DatalinkService.class), tables(), nobody(RegistryService.class)),
            "registry",
            () -> new RegistryCommand(nobody(RegistryService.class)),
            "samp",
            WrongUsageTest::samp,
            "sed",
            () -> new SedCommand(nobody(SedService.class), tables()),
            "table",
            () -> new TableCommand(tables()),
            "tap",
            () -> new TapCommand(
                    nobody(TapService.class), nobody(JobLedger.class), tables(), nobody(RegistryService.class)));

    /** Each command that has numbers among its options, with words that it could begin to work with. */
    private static final Map<String, String> PROPER = Map.of(
            "adql query", "SELECT_1 --table t=t.vot",
            "cutout", "t.vot --each o.vot -o out",
            "discover", "--pos 1,2",
            "image", "one.fits",
            "links", "t.vot",
            "registry search", "word",
            "samp call", "samp.app.ping",
            "sed", "t.vot",
            "tap query", "http://host/tap SELECT_1");

    private static final Set<Class<?>> NUMBERS =
            Set.of(int.class, Integer.class, long.class, Long.class, double.class, Double.class);

    private static CliCommand samp() {
        return new SampCommand(
                nobody(SampService.class),
                nobody(SampSender.class),
                nobody(SampRecorder.class),
                nobody(HandlerService.class),
                nobody(SharedTables.class),
                tables(),
                nobody(ImageService.class),
                nobody(SedService.class),
                nobody(BundleContext.class));
    }

    private static <T> T nobody(Class<T> type) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (p, method, arguments) -> {
                    throw new IllegalStateException(type.getSimpleName() + " was asked: " + method.getName());
                }));
    }

    /** Knows two formats, and no file. */
    private static TableService tables() {
        return (TableService) Proxy.newProxyInstance(
                TableService.class.getClassLoader(), new Class<?>[] {TableService.class}, (p, method, arguments) -> {
                    if (!method.getName().matches("inputFormat|outputFormat")) {
                        throw new IllegalStateException("a file was looked at: " + method.getName());
                    }
                    String format = String.valueOf(arguments[arguments.length - 1]);
                    String ending = arguments[0].toString().replaceFirst("^.*\\.", "");
                    if (Set.of("csv", "votable").contains(format)
                            || format.isEmpty()
                                    && (arguments.length == 1
                                            || Set.of("vot", "csv").contains(ending))) {
                        return format;
                    }
                    throw new InputException("there is no format '" + (format.isEmpty() ? ending : format) + "'");
                });
    }

    /** A command line and what its complaint names. */
    private record Line(String words, String names) implements Arguments {
        @Override
        public Object[] get() {
            return new Object[] {this};
        }

        @Override
        public String toString() {
            return words;
        }
    }

    private static Line of(String words, String names) {
        return new Line(words, names);
    }

    static Stream<Line> missingOrContradicting() {
        return Stream.of(
                of("adql", "adql"),
                of("adql check", "ADQL"),
                of("adql check SELECT_1 --upload t=t.vot", "--service"),
                of("adql query SELECT_1", "--table"),
                of("cutout t.vot --circle 1,2,3", "--out"),
                of("cutout t.vot -o x", "--circle"),
                of("cutout t.vot -o x --circle 1,2,3 --polygon 1,2,3,4,5,6", "--polygon"),
                of("cutout t.vot -o x --circle 1,2,3 --each o.vot", "--each"),
                of("cutout t.vot -o x --circle 1,2,3 --radius 1", "--radius"),
                of("discover", "--pos"),
                of("discover --pos 1,2 --format csv", "--format"),
                of("image", "FILE"),
                of("links", "TABLE|SERVICE"),
                of("links http://host/links --row 1", "--row"),
                of("links http://host/links ivo://an/id --row 1", "--row"),
                of("registry search", "keyword"),
                of("registry show", "IVOID"),
                of("samp call", "MTYPE"),
                of("samp point", "RA,DEC"),
                of("samp replay", "FILE"),
                of("samp send", "FILE"),
                of("sed", "TABLE"),
                of("sed t.vot --row 1 --all", "--all"),
                of("table convert t.vot", "OUT"),
                of("table info", "FILE"),
                of("tap query http://host/tap", "ADQL"),
                of("tap query http://host/tap SELECT_1 --format csv", "--format"),
                of("tap resume", "JOB"),
                of("tap tables", "SERVICE"));
    }

    static Stream<Line> outOfRangeOrUnknown() {
        return Stream.of(
                of("adql query SELECT_1 --table t.vot", "NAME=FILE"),
                of("adql query SELECT_1 --table 1=t.vot", "'1'"),
                of("adql query SELECT_1 --table t=a.vot --table t=b.vot", "'t'"),
                of("adql query SELECT_1 --table t=a.vot -o x.xyz", "xyz"),
                of("adql query _ --table t=a.vot", "ADQL"),
                of("adql check SELECT_1 --service http://", "http://"),
                of("cutout t.vot -o x --circle 1,2", "--circle"),
                of("cutout t.vot -o x --polygon 1,2,3", "--polygon"),
                of("cutout t.vot -o x --pos here", "--pos"),
                of("cutout t.vot -o x --band 2,1", "--band"),
                of("cutout t.vot -o x --each o.vot --radius 0", "--radius"),
                of("discover --pos here", "--pos"),
                of("discover --pos 1,95", "--pos"),
                of("discover --pos 1,2 --radius 91", "--radius"),
                of("discover --pos 1,2 --timeout 0", "--timeout"),
                of("discover --pos 1,2 --waveband _", "--waveband"),
                of("discover --pos 1,2 --type picture", "picture"),
                of("discover --pos 1,2 --registry here", "--registry"),
                of("discover --pos 1,2 -o x.xyz", "xyz"),
                of("image one.fits --stretch cubic", "cubic"),
                of("image one.fits --cut 101", "101"),
                of("image one.fits --colormap jet", "jet"),
                of("image one.fits --size 8193", "--size"),
                of("image one.fits -o one.gif", "one.gif"),
                of("links t.vot --row 0", "--row"),
                of("links http:// ivo://an/id", "http://"),
                of("registry search word --type tapp", "tapp"),
                of("registry search word --covers here", "--covers"),
                of("registry search word --ucd _", "--ucd"),
                of("registry search word --limit 0", "--limit"),
                of("registry search _", "KEYWORD"),
                of("registry show _", "IVOID"),
                of("samp call no/type", "no/type"),
                of("samp call samp.app.ping value", "value"),
                of("samp call samp.app.ping --timeout 0", "--timeout"),
                of("samp hub --allow _", "--allow"),
                of("samp point somewhere", "somewhere"),
                of("samp send t.vot --as cube", "--as"),
                of("sed t.vot --row 0", "--row"),
                of("sed t.vot --x volts", "--x"),
                of("sed t.vot -o sed.pdf", "sed.pdf"),
                of("table show t.vot --format cvs", "cvs"),
                of("table info t.vot --format cvs", "cvs"),
                of("table convert t.vot t.csv --from cvs", "cvs"),
                of("table convert t.vot t.csv --to cvs", "cvs"),
                of("table convert t.vot t.xyz", "xyz"),
                of("tap abort 0", "JOB"),
                of("tap delete first", "first"),
                of("tap resume http://", "http://"),
                of("tap resume 1 -o x.xyz", "xyz"),
                of("tap examples http://a^b", "a^b"),
                of("tap tables _", "SERVICE"),
                of("tap query http:// SELECT_1", "http://"),
                of("tap query http://host/tap SELECT_1 --upload t", "NAME=FILE"),
                of("tap query http://host/tap SELECT_1 --registry ftp://host/tap", "--registry"));
    }

    /** Every number of every command: one that is none, and one that no option takes. */
    static Stream<Line> numbers() {
        List<Line> lines = new ArrayList<>();
        COMMANDS.forEach((name, command) -> numbers(name, command.get(), lines));
        return lines.stream();
    }

    private static void numbers(String name, CliCommand command, List<Line> lines) {
        for (OptionSpec option : new CommandLine(command).getCommandSpec().options()) {
            if (NUMBERS.contains(option.type())) {
                String words = name + " " + PROPER.get(name) + " " + option.longestName();
                lines.add(of(words + "=many", option.longestName()));
                lines.add(of(words + "=-1", option.longestName()));
            }
        }
        for (CliCommand sub : command.subcommands()) {
            numbers(name + " " + new CommandLine(sub).getCommandName(), sub, lines);
        }
    }

    /** In the words {@code _} stands for an empty one, within one for a blank. */
    @ParameterizedTest
    @MethodSource({"missingOrContradicting", "outOfRangeOrUnknown", "numbers"})
    void isSeenFromTheCommandLineAlone(Line line) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Surroundings surroundings = new Surroundings(
                new PrintStream(OutputStream.nullOutputStream()),
                Optional::empty,
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Path.of("/home/someone"),
                Map.of("VOLANS_REGISTRY", "http://127.0.0.1:9/tap"));
        String[] words = Arrays.stream(line.words.split(" "))
                .map(word -> word.equals("_") ? "" : word.replace('_', ' '))
                .toArray(String[]::new);
        int code = new CommandShell(new Known(), surroundings, "volans").run(words);
        String said = err.toString(StandardCharsets.UTF_8);
        assertThat(code).as(said).isEqualTo(2);
        List<String> complaints =
                said.lines().filter(l -> l.startsWith("volans: ")).toList();
        assertThat(complaints).as(said).hasSize(1);
        assertThat(complaints.getFirst()).contains(line.names);
    }

    private static final class Known implements Commands {
        @Override
        public SortedMap<String, String> summaries() {
            SortedMap<String, String> summaries = new TreeMap<>();
            COMMANDS.keySet().forEach(name -> summaries.put(name, name));
            return summaries;
        }

        @Override
        public Optional<CliCommand> get(String name) {
            return Optional.ofNullable(COMMANDS.get(name)).map(Supplier::get);
        }
    }
}
