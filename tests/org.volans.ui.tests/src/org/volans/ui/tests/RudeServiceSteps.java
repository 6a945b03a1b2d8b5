package org.volans.ui.tests;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.IViewPart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.volans.ui.Ids;
import org.volans.ui.services.ServiceEntry;
import org.volans.ui.services.ServiceList;

/** Services that misbehave, in the Services view for as long as a test lasts. UI thread. */
abstract class RudeServiceSteps {

    RudeService rude;
    private final List<ServiceEntry> added = new ArrayList<>();

    @BeforeEach
    void begin() throws Exception {
        rude = new RudeService();
        Ui.page().closeAllEditors(false);
    }

    @AfterEach
    void end() throws Exception {
        Ui.page().closeAllEditors(false);
        Highlighter.off("removes the services", monitor -> {
            for (ServiceEntry entry : added) {
                Ui.service(ServiceList.class).remove(entry);
            }
            return "";
        });
        rude.close();
        Tree tree = tree();
        Ui.until(
                "they are gone",
                () -> TapViews.roots(tree).noneMatch(i -> i.getText().startsWith("Rude ")));
    }

    ServiceEntry add(String way) {
        ServiceEntry entry = rude.entry(way);
        Ui.service(ServiceList.class).addForSession(entry);
        added.add(entry);
        return entry;
    }

    static IViewPart services() throws Exception {
        return Ui.view(Ids.SERVICES_VIEW);
    }

    static Tree tree() throws Exception {
        return Ui.one(services(), Tree.class, TapViews.named("services.tree"));
    }
}
