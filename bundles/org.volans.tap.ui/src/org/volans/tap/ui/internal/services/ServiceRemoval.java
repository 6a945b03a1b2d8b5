package org.volans.tap.ui.internal.services;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.volans.tap.ui.internal.Notice;
import org.volans.ui.services.ServiceEntry;
import org.volans.ui.services.ServiceList;
import org.volans.ui.widgets.StatePane.Choice;
import org.volans.ui.work.Failure;
import org.volans.ui.work.Workplace;

/** Takes services out of the list, and puts them back when that was a mistake. UI thread only. */
final class ServiceRemoval {

    private final ServiceList list;
    private final Workplace place;
    private final Notice notice;

    /** @param notice says what has been done, with a way back */
    ServiceRemoval(ServiceList list, Workplace place, Notice notice) {
        this.list = list;
        this.place = place;
        this.notice = notice;
    }

    void remove(List<ServiceEntry> gone) {
        Set<ServiceEntry> passing = gone.stream().filter(list::isForSession).collect(Collectors.toSet());
        place.run(
                "Removing services",
                monitor -> {
                    for (ServiceEntry entry : gone) {
                        list.remove(entry);
                    }
                    return gone;
                },
                done -> notice.say(
                        (gone.size() == 1 ? gone.getFirst().name() : gone.size() + " services") + " removed",
                        new Choice("Undo", () -> restore(gone, passing))),
                this::failed);
    }

    /** @param passing those that are there until the workbench closes only */
    private void restore(List<ServiceEntry> entries, Set<ServiceEntry> passing) {
        place.run(
                "Restoring services",
                monitor -> {
                    for (ServiceEntry entry : entries) {
                        if (passing.contains(entry)) {
                            list.addForSession(entry);
                        } else {
                            list.add(entry);
                        }
                    }
                    return entries;
                },
                done -> notice.clear(),
                this::failed);
    }

    private void failed(Failure failure) {
        notice.fail(failure.message(), new Choice("Dismiss", notice::clear));
    }
}
