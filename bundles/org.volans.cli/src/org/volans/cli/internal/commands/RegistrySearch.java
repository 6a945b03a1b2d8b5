package org.volans.cli.internal.commands;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.api.VoException;
import org.volans.api.cli.CliCommand;
import org.volans.api.cli.CliContext;
import org.volans.api.cli.Usage;
import org.volans.api.cli.UsageException;
import org.volans.api.geometry.Position;
import org.volans.api.registry.RegistryConstraint;
import org.volans.api.registry.RegistryQuery;
import org.volans.api.registry.RegistryRecord;
import org.volans.api.registry.RegistryService;
import org.volans.api.registry.ServiceType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code volans registry search}. */
@Command(
        name = "search",
        description = "Lists resources that meet all conditions.",
        footer = {
            "  volans registry search SDSS12 --type tap",
            "  volans registry search --datamodel obscore --waveband radio"
        })
final class RegistrySearch implements CliCommand {

    private static final int TITLE_WIDTH = 60;

    private final RegistryService registry;

    @Parameters(arity = "0..*", paramLabel = "KEYWORD", description = "words to be found in the record")
    List<String> keywords = new ArrayList<>();

    @Option(names = "--type", paramLabel = "TYPE", description = "tap, sia, sia2, ssa, scs, slap, datalink or soda")
    @Nullable
    ServiceType type;

    @Option(names = "--waveband", paramLabel = "W", description = "radio, optical, x-ray, …")
    @Nullable
    String waveband;

    @Option(names = "--datamodel", paramLabel = "MODEL", description = "obscore, epntap, regtap")
    @Nullable
    String dataModel;

    @Option(names = "--ucd", paramLabel = "UCD", description = "of a column; %% stands for any text")
    @Nullable
    String ucd;

    @Option(
            names = "--covers",
            paramLabel = "RA,DEC",
            description = "position to be covered, degrees ICRS; records that do not say come apart")
    @Nullable
    Position covers;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "200", description = "most records (default: 200)")
    int limit = 200;

    RegistrySearch(RegistryService registry) {
        this.registry = registry;
    }

    @Override
    public int run(CliContext context) throws VoException {
        Usage.atLeast("--limit", limit, 1);
        List<RegistryConstraint> constraints = constraints();
        Position position = covers;
        Usage.require(
                !constraints.isEmpty() || position != null,
                "give a keyword or a condition: the whole registry is too long a list");
        if (position == null) {
            List<RegistryRecord> records = find(constraints, context);
            if (context.json()) {
                context.printJson(records);
            } else {
                print(records, context);
                context.err().println(Texts.count(records.size(), "record"));
            }
        } else {
            coverage(constraints, position, context);
        }
        return 0;
    }

    /** With a position, as {@code --json} prints it. */
    private record ByCoverage(List<RegistryRecord> covers, List<RegistryRecord> unknown, long outside) {}

    private void coverage(List<RegistryConstraint> constraints, Position position, CliContext context)
            throws VoException {
        boolean stated = registry.statesCoverage(context.registry(), context.monitor());
        ByCoverage found = new ByCoverage(
                stated ? find(and(constraints, new RegistryConstraint.Covers(position)), context) : List.of(),
                find(and(constraints, new RegistryConstraint.CoverageUnknown()), context),
                stated
                        ? registry.count(
                                context.registry(),
                                and(constraints, new RegistryConstraint.CoversNot(position)),
                                context.monitor())
                        : 0);
        if (context.json()) {
            context.printJson(found);
            return;
        }
        print(found.covers, context);
        if (!stated) {
            context.err().println("The registry does not know what its records cover.");
        }
        context.err()
                .println("covers the position: " + found.covers.size() + "; does not: " + found.outside
                        + "; does not say: " + found.unknown.size() + (found.unknown.isEmpty() ? "" : ", namely"));
        if (!found.unknown.isEmpty()) {
            print(found.unknown, context);
        }
    }

    private static List<RegistryConstraint> and(List<RegistryConstraint> constraints, RegistryConstraint one) {
        List<RegistryConstraint> all = new ArrayList<>(constraints);
        all.add(one);
        return all;
    }

    private List<RegistryRecord> find(List<RegistryConstraint> constraints, CliContext context) throws VoException {
        return registry.search(context.registry(), new RegistryQuery(constraints, limit), context.monitor());
    }

    private void print(List<RegistryRecord> records, CliContext context) {
        context.printTable(
                List.of("short name", "title", "waveband", "identifier", "access URL"),
                records.stream().map(this::row).toList());
    }

    private List<String> row(RegistryRecord record) {
        Optional<RegistryRecord.Interface> access = wanted().isPresent()
                ? record.access(wanted().get())
                : record.interfaces().stream().findFirst();
        return List.of(
                record.shortName(),
                Texts.shorten(record.title(), TITLE_WIDTH),
                String.join(" ", record.wavebands()),
                record.ivoid(),
                access.map(a -> a.accessUrl().toString()).orElse(""));
    }

    private Optional<ServiceType> wanted() {
        return Optional.ofNullable(type);
    }

    private List<RegistryConstraint> constraints() throws UsageException {
        List<RegistryConstraint> constraints = new ArrayList<>();
        for (String keyword : keywords) {
            Usage.given("KEYWORD", keyword);
        }
        if (!keywords.isEmpty()) {
            constraints.add(new RegistryConstraint.Keywords(keywords));
        }
        wanted().ifPresent(kind -> constraints.add(new RegistryConstraint.Type(kind)));
        add("--waveband", waveband, RegistryConstraint.Waveband::new, constraints);
        add("--datamodel", dataModel, RegistryConstraint.DataModel::new, constraints);
        add("--ucd", ucd, RegistryConstraint.ColumnUcd::new, constraints);
        return constraints;
    }

    private static void add(
            String option,
            @Nullable String value,
            Function<String, RegistryConstraint> make,
            List<RegistryConstraint> constraints)
            throws UsageException {
        Usage.given(option, value);
        if (value != null) {
            constraints.add(make.apply(value));
        }
    }
}
