package org.volans.api;

/**
 * The OSGi condition ({@code org.osgi.service.condition.Condition}) that is there while the workbench runs, and not when the desktop
 * product runs a command. A component that needs a window names it, so that commands do without the component:
 *
 * <pre>{@code
 * @Component
 * @SatisfyingConditionTarget(WorkbenchCondition.TARGET)
 * public final class MyResults implements ResultViewer {
 *     // ...
 * }
 * }</pre>
 *
 * <p>The annotation is in the package {@code org.osgi.service.component.propertytypes}; what it says is the component property
 * {@code osgi.ds.satisfying.condition.target}.
 */
public final class WorkbenchCondition {

    /** Its {@code osgi.condition.id}. */
    public static final String ID = "org.volans.workbench";

    /** The filter for it. */
    public static final String TARGET = "(osgi.condition.id=" + ID + ")";

    private WorkbenchCondition() {}
}
