package org.volans.ui;

/** Identifiers of parts and commands, so that bundles can open each other's views without requiring each other. */
public final class Ids {

    public static final String PERSPECTIVE = "org.volans.app.perspective";
    public static final String REGISTRY_VIEW = "org.volans.registry.ui.registryView";
    public static final String SERVICES_VIEW = "org.volans.tap.ui.servicesView";
    public static final String JOBS_VIEW = "org.volans.tap.ui.jobsView";
    public static final String SED_VIEW = "org.volans.sed.ui.sedView";
    public static final String LINKS_VIEW = "org.volans.datalink.ui.linksView";
    public static final String DISCOVERY_VIEW = "org.volans.discovery.ui.discoveryView";
    public static final String SAMP_VIEW = "org.volans.samp.ui.sampView";
    public static final String HANDLERS_VIEW = "org.volans.handlers.ui.handlersView";
    public static final String ADQL_EDITOR = "org.volans.adql.ui.adqlEditor";
    public static final String TABLE_EDITOR = "org.volans.table.ui.tableEditor";
    public static final String IMAGE_EDITOR = "org.volans.image.ui.imageEditor";

    /** Command: starts the embedded sky and puts the tutorial's files into the project. */
    public static final String START_SKY = "org.volans.app.startSky";

    private Ids() {}
}
