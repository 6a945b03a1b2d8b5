package org.volans.cli.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceObjects;
import org.osgi.framework.ServiceReference;
import org.volans.api.cli.CliCommand;

/** Commands from the service registry. */
final class ServiceCommands implements Commands, AutoCloseable {

    private final BundleContext context;
    private final List<Runnable> releases = new ArrayList<>();

    ServiceCommands(BundleContext context) {
        this.context = context;
    }

    @Override
    public SortedMap<String, String> summaries() {
        SortedMap<String, String> summaries = new TreeMap<>();
        for (ServiceReference<CliCommand> reference : references()) {
            summaries.putIfAbsent(text(reference, CliCommand.NAME), text(reference, CliCommand.SUMMARY));
        }
        return summaries;
    }

    @Override
    public Optional<CliCommand> get(String name) {
        for (ServiceReference<CliCommand> reference : references()) {
            if (name.equals(text(reference, CliCommand.NAME))) {
                ServiceObjects<CliCommand> objects = context.getServiceObjects(reference);
                CliCommand command = objects.getService();
                if (command != null) {
                    releases.add(() -> objects.ungetService(command));
                    return Optional.of(command);
                }
            }
        }
        return Optional.empty();
    }

    /** Highest ranking first, so that a plug-in can take the place of a command on purpose and not by accident. */
    private List<ServiceReference<CliCommand>> references() {
        try {
            Collection<ServiceReference<CliCommand>> found =
                    context.getServiceReferences(CliCommand.class, "(" + CliCommand.NAME + "=*)");
            List<ServiceReference<CliCommand>> sorted = new ArrayList<>(found);
            sorted.sort(java.util.Comparator.reverseOrder());
            return sorted;
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("the filter is a constant and well-formed", e);
        }
    }

    private static String text(ServiceReference<CliCommand> reference, String property) {
        Object value = reference.getProperty(property);
        return value == null ? "" : value.toString();
    }

    @Override
    public void close() {
        releases.forEach(Runnable::run);
        releases.clear();
    }
}
