package org.volans.plugins.internal;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.equinox.p2.engine.IProfile;
import org.eclipse.equinox.p2.metadata.IInstallableUnit;
import org.eclipse.equinox.p2.metadata.IProvidedCapability;
import org.eclipse.equinox.p2.metadata.IRequirement;
import org.eclipse.equinox.p2.metadata.MetadataFactory;
import org.eclipse.equinox.p2.metadata.MetadataFactory.InstallableUnitDescription;
import org.eclipse.equinox.p2.metadata.Version;
import org.eclipse.equinox.p2.metadata.expression.IMatchExpression;
import org.eclipse.equinox.p2.query.IQueryable;
import org.eclipse.equinox.p2.query.QueryUtil;
import org.eclipse.jdt.annotation.Nullable;

/** Why a plug-in cannot be installed, in one line. The planner's own explanation is a tree of some dozen. */
final class Refusal {

    private static final String API = "org.volans.";

    /** The engine says first where it was, then what went wrong. */
    private static final String SESSION = "session context was";

    /** In a message, what the engine was fetching: its kind, id and version. */
    private static final Pattern FETCHED =
            Pattern.compile("(?:osgi\\.bundle|org\\.eclipse\\.update\\.feature),([^,\\s]+),(\\S+?)[.]?(?:\\s|$)");

    /** Namespaces of capabilities (OSGi Core 8, chapters 3 and 8; p2's own) in people's words. */
    private static final Map<String, String> KINDS = Map.of(
            "java.package",
            "the package ",
            "osgi.bundle",
            "the bundle ",
            "org.eclipse.equinox.p2.iu",
            "",
            "osgi.ee",
            "Java ");

    private final IQueryable<IInstallableUnit> all;
    private final IInstallableUnit environment;

    /** @param site what there is beside the profile */
    Refusal(IProfile profile, IQueryable<IInstallableUnit> site) {
        this.all = QueryUtil.compoundQueryable(List.of(profile, site));
        this.environment = environment(profile);
    }

    /** Requirements carry filters such as {@code (osgi.os=linux)}; this is what they are matched with. */
    private static IInstallableUnit environment(IProfile profile) {
        InstallableUnitDescription description = new InstallableUnitDescription();
        description.setId("environment");
        description.setVersion(Version.emptyVersion);
        @Nullable String pairs = profile.getProperty(IProfile.PROP_ENVIRONMENTS);
        for (String pair : pairs == null ? new String[0] : pairs.split(",")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                description.setProperty(
                        pair.substring(0, equals).strip(),
                        pair.substring(equals + 1).strip());
            }
        }
        description.setProperty("org.eclipse.update.install.features", "true");
        return MetadataFactory.createInstallableUnit(description);
    }

    /**
     * The first requirement, of the wanted units or of what they need in turn, that nothing fulfils.
     *
     * @return empty when each is fulfilled by something, so that the fault must be a conflict
     */
    Optional<String> of(Collection<IInstallableUnit> wanted) {
        Deque<IInstallableUnit> open = new ArrayDeque<>(wanted);
        Set<IInstallableUnit> seen = new HashSet<>(wanted);
        while (!open.isEmpty()) {
            IInstallableUnit unit = open.remove();
            for (IRequirement requirement : unit.getRequirements()) {
                if (requirement.getMin() > 0 && applies(requirement)) {
                    Set<IInstallableUnit> providers = all.query(
                                    QueryUtil.createMatchQuery(requirement.getMatches()), new NullProgressMonitor())
                            .toSet();
                    if (providers.isEmpty()) {
                        return Optional.of(sentence(unit, requirement));
                    }
                    providers.stream().filter(seen::add).forEach(open::add);
                }
            }
        }
        return Optional.empty();
    }

    private boolean applies(IRequirement requirement) {
        @Nullable IMatchExpression<IInstallableUnit> filter = requirement.getFilter();
        return filter == null || filter.isMatch(environment);
    }

    private String sentence(IInstallableUnit unit, IRequirement requirement) {
        String who = Features.id(unit) + " " + Features.shortVersion(unit) + " needs ";
        Object[] parameters = requirement.getMatches().getParameters();
        List<String> words = Stream.of(parameters)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
        if (words.size() < 2) {
            return who + other(parameters);
        }
        String name = words.get(0);
        String namespace = words.get(1);
        String range = range(requirement.getMatches());
        String what = KINDS.getOrDefault(namespace, namespace + " ") + name.replace(Features.SUFFIX, "") + range;
        List<String> present = versions(namespace, name);
        if (present.isEmpty()) {
            return who + what + ", which neither this Volans nor the site has";
        }
        String has = who + what + ", and there is " + String.join(", ", present);
        return name.startsWith(API) ? has + " only: it was made for another version of Volans" : has + " only";
    }

    /** Other than by name and version, such as {@code osgi.ee}, which is asked for by a filter. */
    private static String other(Object... parameters) {
        return String.join(" ", Arrays.stream(parameters).map(String::valueOf).toList())
                + ", which neither this Volans nor the site has";
    }

    /** The expression holds the bounds as its parameters: one of an exact or open range, two of one with both ends. */
    private static String range(IMatchExpression<IInstallableUnit> match) {
        List<Version> bounds = Stream.of(match.getParameters())
                .filter(Version.class::isInstance)
                .map(Version.class::cast)
                .toList();
        return switch (bounds.size()) {
            case 0 -> "";
            case 1 -> " " + bounds.get(0) + (match.toString().contains(">=") ? " or newer" : "");
            default -> " from " + bounds.get(0) + " to " + bounds.get(1);
        };
    }

    private List<String> versions(String namespace, String name) {
        return all
                .query(
                        QueryUtil.createMatchQuery(
                                "providedCapabilities.exists(c | c.name == $0 && c.namespace == $1)", name, namespace),
                        new NullProgressMonitor())
                .toSet()
                .stream()
                .flatMap(unit -> unit.getProvidedCapabilities().stream())
                .filter(c -> c.getName().equals(name) && c.getNamespace().equals(namespace))
                .map(IProvidedCapability::getVersion)
                .sorted()
                .map(Version::toString)
                .distinct()
                .toList();
    }

    /**
     * The most telling line of a tree of statuses: the message at the bottom of the first branch that failed, and which bundle or
     * feature it is about, as far as the branch says so.
     */
    static String innermost(IStatus status) {
        for (IStatus child : status.getChildren()) {
            if (child.getSeverity() >= IStatus.ERROR && !child.getMessage().startsWith(SESSION)) {
                String reason = innermost(child);
                Matcher fetched = FETCHED.matcher(status.getMessage());
                return fetched.find() && !reason.contains(fetched.group(1))
                        ? fetched.group(1) + " " + fetched.group(2) + ": " + reason
                        : reason;
            }
        }
        String message = status.getMessage().strip();
        @Nullable Throwable cause = status.getException();
        while (cause != null && cause.getCause() != null) {
            cause = cause.getCause();
        }
        boolean told = cause == null || cause.getMessage() == null || message.contains(cause.getMessage());
        return (told || cause == null ? message : message + " (" + cause.getMessage() + ")").replaceAll("\\s+", " ");
    }
}
