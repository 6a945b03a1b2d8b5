package org.volans.app.internal;

import java.util.Map;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.e4.ui.css.swt.theme.ITheme;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.commands.IElementUpdater;
import org.eclipse.ui.menus.UIElement;

/** Command: light or dark colours, or those of the system. */
@NonNullByDefault({})
public final class ThemeHandler extends AbstractHandler implements IElementUpdater {

    private static final String COMMAND = "org.volans.app.theme";
    private static final String PARAMETER = "theme";
    private static final String LIGHT = "org.eclipse.e4.ui.css.theme.e4_default";
    private static final String DARK = "org.eclipse.e4.ui.css.theme.e4_dark";

    /** Where the theme engine keeps what was chosen; without it, it follows the system at the start. */
    private static final String NODE = "org.eclipse.e4.ui.css.swt.theme";

    private static final String KEY = "themeid";

    @Override
    public Object execute(ExecutionEvent event) {
        IThemeEngine engine = engine();
        String wanted = event.getParameter(PARAMETER);
        switch (wanted == null ? (isDark(engine) ? "light" : "dark") : wanted) {
            case "light" -> engine.setTheme(LIGHT, true);
            case "dark" -> engine.setTheme(DARK, true);
            default -> {
                engine.setTheme(Display.isSystemDarkTheme() ? DARK : LIGHT, false);
                chosen().remove(KEY);
            }
        }
        PlatformUI.getWorkbench().getService(ICommandService.class).refreshElements(COMMAND, null);
        return null;
    }

    @Override
    public void updateElement(UIElement element, @SuppressWarnings("rawtypes") Map parameters) {
        Object theme = parameters.get(PARAMETER);
        if (theme != null) {
            element.setChecked(theme.equals(state()));
        }
    }

    private static String state() {
        if (chosen().get(KEY, "").isEmpty()) {
            return "system";
        }
        return isDark(engine()) ? "dark" : "light";
    }

    private static boolean isDark(IThemeEngine engine) {
        @Nullable ITheme active = engine.getActiveTheme();
        return active != null && active.getId().startsWith(DARK);
    }

    private static IThemeEngine engine() {
        return PlatformUI.getWorkbench().getService(IThemeEngine.class);
    }

    private static IEclipsePreferences chosen() {
        return InstanceScope.INSTANCE.getNode(NODE);
    }
}
