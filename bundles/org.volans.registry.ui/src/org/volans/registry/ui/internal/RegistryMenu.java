package org.volans.registry.ui.internal;

import java.net.URI;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.volans.ui.services.RegistryChoice;

/** The list of registries to choose from. UI thread only. */
final class RegistryMenu {

    private final Control owner;
    private final RegistryChoice choice;

    RegistryMenu(Control owner, RegistryChoice choice) {
        this.owner = owner;
        this.choice = choice;
    }

    /** Opens it at a place on the display. */
    void open(int x, int y) {
        Menu menu = new Menu(owner);
        fill(menu);
        menu.setLocation(x, y);
        menu.addListener(SWT.Hide, e -> owner.getDisplay().asyncExec(menu::dispose));
        menu.setVisible(true);
    }

    /** Puts an item for each registry into a menu, the one in use ticked. */
    void fill(Menu menu) {
        URI current = choice.current();
        for (URI registry : choice.known()) {
            MenuItem item = new MenuItem(menu, SWT.RADIO);
            boolean used = registry.equals(current);
            item.setText((used ? choice.name() + " \u2013 " : "")
                    + registry.toString().replace("&", "&&"));
            item.setSelection(used);
            item.addListener(SWT.Selection, e -> {
                if (item.getSelection() && !registry.equals(choice.current())) {
                    choice.use(registry, String.valueOf(registry.getHost()));
                }
            });
        }
    }
}
